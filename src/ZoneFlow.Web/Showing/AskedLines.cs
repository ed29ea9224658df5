using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>What is asked now, of whom, by when: each running procedure, and each duty owed that none runs for.</summary>
internal static class AskedLines
{
    public static async Task<IReadOnlyList<AskedLine>> OfAsync(AtWork at, People people)
    {
        var lines = new List<AskedLine>();
        foreach (var procedure in at.State.Procedures)
        {
            var rule = at.Pack.Procedure(procedure.Name);
            var stage = rule.Stage(procedure.Stage);
            var due = StageHolders.DeadlineOf(at.State, procedure);
            var holders = new List<string>();
            foreach (var holder in StageHolders.Of(at.Pack, at.State, procedure))
            {
                holders.Add(IsHidden(at, holder) ? at.Pack.Roles[holder.Role].Label.Zh
                    : StageHolders.Assigned(procedure, holder) is { } assigned
                    ? $"{await people.NameAsync(assigned.Party, assigned.Person)}"
                    : await people.HolderAsync(at.Pack, holder));
            }

            var (used, total) = Budget(at, due);
            lines.Add(new AskedLine(
                ProcedureNames.Of(at.Pack, at.State, procedure), stage.Label, [.. holders.Distinct()], procedure.Entered, due is null ? null : at.Date(due), used, total, Note(procedure, stage)));
        }

        foreach (var owed in at.State.Occurrences.Where(o => at.State.Procedures.All(p => p.Occurrence != o.Id)))
        {
            var names = new List<string>();
            foreach (var party in at.State.ApplicantParties)
            {
                names.Add(await people.NameAsync(party));
            }

            lines.Add(new AskedLine(
                DeadlineWords.Owed(at.Pack, owed), new Label("待报送", "Owed"), names, CivilDate.StartOf(owed.Opened), at.Date(owed.Due), null, null, null));
        }

        return lines;
    }

    // Which experts sit on a panel is the deciding office's to know, and each expert's of their own seat.
    private static bool IsHidden(AtWork at, Audience holder) => holder.Party is { } party && party != at.Actor.Party
        && at.Pack.Roles.TryGetValue(holder.Role, out var role) && role.Kind == RoleKind.Expert
        && May.RelationOf(at.Pack, at.State, at.Actor) != Relation.Authority;

    // Counted back from the date, so that days the clock stood still are in neither number.
    private static (int? Used, int? Total) Budget(AtWork at, Deadline? due) => due?.Budget is { Unit: PeriodUnit.WorkingDays, Count: var total }
        ? (Math.Clamp(total - Math.Max(0, Views.DaysLeft(at.Rules.Calendar, at.Today, due.Last)), 0, total), total)
        : (null, null);

    private static Label? Note(Procedure procedure, StageRule stage) => stage switch
    {
        StageRule.Task { Collective: { } meeting } => new Label($"由{meeting.Zh}集体决定。", $"Decided by the {meeting.En ?? meeting.Zh}."),
        StageRule.Task { Pauses: true } => new Label("补正期间，退回方的办理期限中止计算。", "The clock of the office that sent it back stands still meanwhile."),
        StageRule.Panel => new Label(
            $"已聘专家{procedure.Seats.Count(s => !s.Recused)}人，已评分{procedure.Seats.Count(s => !s.Recused && !s.Scored.IsEmpty)}人。",
            $"{procedure.Seats.Count(s => !s.Recused)} experts named, {procedure.Seats.Count(s => !s.Recused && !s.Scored.IsEmpty)} have scored."),
        _ => null,
    };
}
