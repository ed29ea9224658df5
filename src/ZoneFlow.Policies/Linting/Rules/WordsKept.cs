using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>What a key of a role, a field or a kind of case says, some action does: nothing else would.</summary>
internal static class WordsKept
{
    /// <summary>The field that gives a case its name, which is what is looked up among the others.</summary>
    private const string Name = "zone-name";

    public static void Check(PackMap map, Report report)
    {
        Unique(map, report);
        NamedBy(map, report);
        foreach (var kind in map.Pack.Cases.Values.Where(k => k.JoinsRound))
        {
            JoinsRound(map, report, kind);
        }
    }

    private static void Unique(PackMap map, Report report)
    {
        foreach (var field in map.Pack.Form.Where(f => f.Unique))
        {
            if (field.Name != Name)
            {
                report.Error("unique-unchecked", $"form/{field.Name}", $"Only '{Name}', the case's name, is looked up among other cases: '{field.Name}' cannot be unique.");
            }
            else if (!map.Sites.Any(s => s.Rule.LooksUp.Contains("names")))
            {
                report.Error("unique-unchecked", $"form/{field.Name}", $"'{field.Name}' is to be unique, and no action (操作) looks up 'names' to see that it is.");
            }
        }
    }

    private static void NamedBy(PackMap map, Report report)
    {
        var panels = map.Pack.Procedures.SelectMany(p => p.Stages.OfType<StageRule.Panel>(), (p, s) => (Procedure: p, Stage: s)).ToList();
        foreach (var role in map.Pack.Roles.Values.Where(r => r.NamedBy is not null))
        {
            var seated = panels.Where(p => p.Stage.Rule.Of == role.Name).ToList();
            if (seated.Count == 0)
            {
                report.Error("named-by-nobody", $"roles/{role.Name}", $"'{role.Name}' is to be named by '{role.NamedBy}', and no panel (评审) seats it.");
            }
            foreach (var (procedure, stage) in seated.Where(p => p.Stage.Rule.SeatedBy != role.NamedBy))
            {
                report.Error("named-by-another", PackMap.StagePath(procedure, stage),
                    $"'{role.Name}' is named by '{role.NamedBy}', and in the panel (评审) '{procedure.Name}.{stage.Name}' it is '{stage.Rule.SeatedBy}' that seats it.");
            }
        }
    }

    private static void JoinsRound(PackMap map, Report report, CaseRule kind)
    {
        if (map.Procedure(kind.OpensWith) is not { } opening || opening.Stages.FirstOrDefault(s => s.Name == opening.First) is not { } first)
        {
            return;
        }

        var ends = opening.Stages.Where(s => s.Ends).Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var onward = PackMap.FiringsIn(opening, first).Where(s => s.Rule.To is Destination.Stage to && to.Name != first.Name && !ends.Contains(to.Name));
        foreach (var site in onward.Where(s => !s.Rule.Do.OfType<Step.Join>().Any()))
        {
            report.Error("round-not-joined", site.Path, $"A '{kind.Kind}' must join a round before it applies, and '{site.Name}' leads on without one: let it ask for the round and 'join' it.");
        }
    }
}
