using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Public;

namespace ZoneFlow.Web.Showing;

/// <summary>One public notice as its page shows it: while it runs, and for ever after.</summary>
public sealed class NoticeViews(ICaseStore store, Notices notices, Cases cases, Dossiers dossiers, Rulebooks rulebooks, TimeProvider time)
{
    public async Task<NoticePageModel?> OfAsync(
        PageFrame frame, CaseAtHand at, string procedure, int visit, Func<NoticeRule, ObjectionForm> form, bool keepForm, CancellationToken cancellationToken)
    {
        var ofProcedure = await notices.OfProcedureAsync(at.State.Id, procedure, cancellationToken);
        if (ofProcedure.FirstOrDefault(n => n.Visit == visit) is not { } row || RuleOf(at, row) is not { } rule)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var today = CivilDate.Of(now);
        var last = Notices.LastOf(row, at.State);
        var due = at.State.Procedure(procedure) is { Due: { } running } p && p.Visit == visit ? running : null;
        return new NoticePageModel(
            frame, Notices.NumberOf(row), row.Title, row.Issuer, row.Policy, row.From,
            new SourcedDate(last, rule.Source, due?.Provisional ?? false, false, Views.DaysLeft(rulebooks.Calendar, today, last), null), now, today > last,
            await EntriesAsync(at, row, ofProcedure.Count(n => n.Visit < visit), today > last, cancellationToken),
            await DocumentAsync(row, cancellationToken), today <= last || keepForm ? form(rule) : null);
    }

    // The stage that runs for it; for one that is over, the stage that publishes such a document.
    private static NoticeRule? RuleOf(CaseAtHand at, NoticeRow row)
    {
        var name = row.Procedure.Split('/')[0];
        var stages = at.Pack.Procedures.FirstOrDefault(p => p.Name == name)?.Stages.OfType<StageRule.Notice>().ToList() ?? [];
        var running = at.State.Procedure(row.Procedure) is { } procedure && procedure.Visit == row.Visit ? procedure.Stage : null;
        return (stages.FirstOrDefault(s => s.Name == running) ?? stages.FirstOrDefault(s => s.Rule.Of == row.Document?.Slot) ?? stages.FirstOrDefault())?.Rule;
    }

    // What became of each entry stands in the journal, after the notice's own line there.
    private async Task<IReadOnlyList<NoticeEntryLine>> EntriesAsync(
        CaseAtHand at, NoticeRow row, int before, bool closed, CancellationToken cancellationToken)
    {
        var changes = (await store.JournalAsync(at.State.Id, 0, int.MaxValue, cancellationToken))
            .SelectMany(e => JournalText.Read(e.Bytes.Span).Changes).ToList();
        var dropped = new HashSet<string>(StringComparer.Ordinal);
        var results = new Dictionary<string, Label>(StringComparer.Ordinal);
        var published = -1;
        foreach (var change in changes)
        {
            switch (change)
            {
                case Change.NoticePublished c when c.Procedure == row.Procedure:
                    published++;
                    break;
                case Change.NoticeEntryDropped c when c.Procedure == row.Procedure && published == before:
                    dropped.Add(c.Entry);
                    break;
                case Change.NoticeEntryClosed c when c.Procedure == row.Procedure && published == before && closed:
                    results[c.Entry] = c.Opposed ? new Label("公示有异议", "Objected to") : new Label("公示无异议", "No objection");
                    break;
            }
        }

        var lines = new List<NoticeEntryLine>();
        foreach (var entry in row.Entries)
        {
            lines.Add(new NoticeEntryLine(
                entry.Key, entry.Title, dropped.Contains(entry.Key), results.GetValueOrDefault(entry.Key), await PublicHrefAsync(new CaseId(entry.Key), cancellationToken)));
        }

        return lines;
    }

    // A zone has a public page once its standing is public.
    private async Task<string?> PublicHrefAsync(CaseId id, CancellationToken cancellationToken) =>
        await cases.FindAsync(id, cancellationToken) is { State: { Kind: CaseKinds.Zone } state, Rules.Pack: { } pack }
        && pack.Cases[state.Kind].Standing(state.Standing).Public
            ? Views.PublicHref(id)
            : null;

    private async Task<DocumentLine?> DocumentAsync(NoticeRow row, CancellationToken cancellationToken)
    {
        if (row.Document is not { } file)
        {
            return null;
        }

        var texts = await dossiers.TextsAsync(row.Case, cancellationToken);
        return new DocumentLine(
            new Label(row.Title), file.Version, Dossiers.Text(texts, file.Name) ?? row.Title, file.Size, file.Content, null, CivilDate.StartOf(row.From),
            Views.PublishedHref(row.Case, file), false);
    }
}
