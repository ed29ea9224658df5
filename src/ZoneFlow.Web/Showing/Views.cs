using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Showing;

/// <summary>Pieces that many pages show: which case, which date and what stands behind it, which document.</summary>
public static class Views
{
    public static string CaseHref(CaseId id) => $"/cases/{Uri.EscapeDataString(id.Value)}";

    /// <summary>Where the work on a case is shown: of a plan, its ledger, which units may see too.</summary>
    public static string WorkHref(CaseId id, string kind) => kind == CaseKinds.Plan ? $"{CaseHref(id)}/plan" : CaseHref(id);

    public static string PublicHref(CaseId id) => $"/zones/{Uri.EscapeDataString(id.Value)}";

    public static string PublishedHref(CaseId id, FiledDocument document) =>
        $"{PublicHref(id)}/published/{Uri.EscapeDataString(document.Slot)}/{document.Version}";

    public static CaseHead Head(Pack pack, CaseState state, bool linked)
    {
        var rule = pack.Cases[state.Kind];
        var standing = rule.Standing(state.Standing);
        return new CaseHead(
            state.Number, state.Title, rule.Label, standing.Label, state.StandingSince, standing.Final && state.Kind == CaseKinds.Zone, [.. state.Flags.Select(f => rule.Flags[f])],
            state.Region, pack.Title, linked ? CaseHref(state.Id) : null);
    }

    public static SourcedDate Date(CaseId id, Deadline due, WorkingCalendar calendar, DateOnly today, bool explained) => new(
        due.Last, due.Source, due.Provisional, due.Missed || today > due.Last, DaysLeft(calendar, today, due.Last),
        explained ? $"{CaseHref(id)}/deadlines/{due.Id}" : null);

    /// <summary>Working days from today to a day, today not counted; negative once it has passed.</summary>
    public static int DaysLeft(WorkingCalendar calendar, DateOnly today, DateOnly day) =>
        day >= today ? calendar.CountWorkingDays(today, day) - (calendar.IsWorkingDay(today) ? 1 : 0) : -calendar.CountWorkingDays(day.AddDays(1), today);

    public static DocumentLine Document(Pack pack, CaseId id, DocumentRow row, string name, string? by, bool mayOpen, DocumentDeletion? deleted = null) => new(
        pack.Documents.TryGetValue(row.Document.Slot, out var rule) ? rule.Label : new Label(row.Document.Slot), row.Document.Version, name,
        row.Document.Size, row.Document.Content, by, row.At,
        mayOpen && deleted is null ? $"{CaseHref(id)}/documents/{Uri.EscapeDataString(row.Document.Slot)}/{row.Document.Version}" : null, false)
        {
            Deleted = deleted is null ? null : new DeletedNote(deleted.At, deleted.Ground, deleted.Archived),
        };
}
