using ZoneFlow.Core.Cases;

namespace ZoneFlow.Web.Showing;

/// <summary>A journal's stages and standings under the names of the revision the case stands under now.</summary>
internal static class TodaysNames
{
    /// <summary>What has been renamed since an entry is renamed in it; all else is as it was written.</summary>
    public static IEnumerable<Entry> Of(IEnumerable<Entry> journal)
    {
        var entries = journal.ToList();
        foreach (var (to, map) in entries.SelectMany((e, i) => e.Changes.OfType<Change.MovedToPack>().Select(c => (i, c.Map))).ToList())
        {
            for (var i = 0; i < to; i++)
            {
                entries[i] = entries[i] with { Changes = [.. entries[i].Changes.Select(c => Renamed(c, map))] };
            }
        }

        return entries;
    }

    private static Change Renamed(Change change, Core.Policies.RevisionMap map) => change switch
    {
        Change.StageEntered c => c with { Procedure = map.ProcedureId(c.Procedure), Stage = map.Stage(c.Procedure.Split('/')[0], c.Stage) },
        Change.ProcedureEnded c => c with { Procedure = map.ProcedureId(c.Procedure) },
        Change.ProcedureStopped c => c with { Procedure = map.ProcedureId(c.Procedure) },
        Change.StandingChanged c => c with { From = map.Standing(c.From), To = map.Standing(c.To) },
        _ => change,
    };
}
