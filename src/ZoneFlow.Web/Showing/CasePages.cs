using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Previews;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds a case's dossier for one reader. What the one table does not give them is null.</summary>
public sealed class CasePages(
    Frames frames, Parties parties, Dossiers dossiers, Histories histories, ConfidentialLines confidential, LetterPages letters, Cases cases,
    LookUpCodes codes, Desk desk, UploadScans scans)
{
    public async Task<CasePageModel> OfAsync(HttpContext http, AtWork at, Refusal? refused)
    {
        var cancellationToken = http.RequestAborted;
        var people = new People(parties, cancellationToken);
        var journal = await histories.ReadAsync(at.State.Id, cancellationToken);
        var texts = await dossiers.TextsAsync(at.State.Id, cancellationToken);
        var documents = at.MaySee(View.Documents) ? await DocumentsAsync(at, people, null, cancellationToken) : null;
        return new CasePageModel(
            await frames.OfAsync(http), at.Head(), ProgressSteps.Of(at.Pack, at.State, journal.Select(e => e.Entry)), await AskedLines.OfAsync(at, people),
            OfferLines.Of(at), FormHref(at), documents, documents is null ? null : FileForms.Of(at, desk, refused),
            at.MaySee(View.Journal) ? await EventLines.OfAsync(at.Pack, journal, people, id => TitleAsync(id, cancellationToken), await dossiers.DeletedAsync(at.State.Id, cancellationToken)) : null, AheadLines.Of(at),
            [.. at.State.Marks.OrderBy(m => m.Value.Date).Select(m => new MarkLine(
                DeadlineWords.Mark(at.Pack, m.Key), m.Value.Date, at.Pack.Marks.TryGetValue(m.Key, out var rule) ? rule.Source : null))],
            Plan(at, documents), Items(at), await SeatsAsync(at, people), documents is null ? [] : await letters.LinesAsync(at, cancellationToken),
            at.MaySee(View.Objections) ? await confidential.ObjectionsAsync(at, texts, cancellationToken) : null,
            at.MaySee(View.Scores) ? await confidential.ScoresAsync(at, texts, people, cancellationToken) : null)
        {
            CorrectHref = CorrectionPages.IsFor(at) ? CorrectionPages.HrefOf(at.State.Id) : null,
            MeetingListHref = at.MaySee(View.Scores) && MeetingLists.Has(at.Pack, at.State) ? MeetingLists.HrefOf(at.State.Id) : null,
            LetterOffers = documents is null ? [] : await letters.OffersAsync(at, cancellationToken),
            Tokens = at.Holder is null ? null : at.Tokens(desk),
            Life = LifeLines.Of(at.Pack, at.State, journal.Select(e => e.Entry), at.Today, true),
            Rosters = RosterPages.Links(at),
            IsWhole = http.Request.Query.ContainsKey("all"),
            PlanHref = at.Link is null && at.MaySee(View.Plan) && (at.State.Plan is not null || at.Pack.Cases[at.State.Kind].PackItems is not null)
                ? $"{Views.CaseHref(at.State.Id)}/plan"
                : null,
            LookUpCode = at.Link is null && May.RelationOf(at.Pack, at.State, at.Actor) == Relation.Own ? await codes.OfAsync(at.State.Id, cancellationToken) : null,
        };
    }

    private async Task<string> TitleAsync(CaseId id, CancellationToken cancellationToken) =>
        await cases.FindAsync(id, cancellationToken) is var (state, _) ? $"“{state.Title}”" : id.Value;

    /// <summary>The documents filed, of one procedure or of all, latest first.</summary>
    public async Task<IReadOnlyList<DocumentLine>> DocumentsAsync(AtWork at, People people, string? procedure, CancellationToken cancellationToken)
    {
        var (lines, deletions) = (new List<DocumentLine>(), await dossiers.DeletedAsync(at.State.Id, cancellationToken));
        foreach (var (row, name) in (await dossiers.DocumentsAsync(at.State.Id, cancellationToken)).Where(d => procedure is null || d.Row.Procedure == procedure).Reverse())
        {
            var by = row.By is { } party ? await people.NameAsync(party) : null;
            var held = await scans.FindAsync(row.Document.Name, cancellationToken);
            if (deletions.TryGetValue(row.Document.Content, out var deleted))
            {
                lines.Add(Views.Document(at.Pack, at.State.Id, row, name, by, true, deleted));
                continue;
            }

            lines.Add(Views.Document(at.Pack, at.State.Id, row, name, by, true) with
            {
                Href = at.Paths.Document(row.Document), Pending = held is { IsInfected: false }, Infected = held is { IsInfected: true },
                Preview = held is null ? at.Paths.Preview(row.Document) : null, Symbol = PreviewPages.Symbol(row.Document.MediaType),
                Thumbnail = held is null && Previewing.IsPicture(row.Document.MediaType) ? at.Paths.Thumbnail(row.Document) : null,
            });
        }

        return lines;
    }

    /// <summary>The application form, where the case has one and the reader may see it.</summary>
    public static string? FormHref(AtWork at) =>
        at.State.Kind == CaseKinds.Zone && at.Pack.Form.Length > 0 && at.MaySee(View.Answers) ? $"{Views.CaseHref(at.State.Id)}/form" : null;

    private static PlanLine? Plan(AtWork at, IReadOnlyList<DocumentLine>? documents) => at.State.Plan is { } plan
        ? new PlanLine(plan.Version, plan.Since, documents?.FirstOrDefault(d => d.Href == at.Paths.Document(plan.Document)))
        : null;

    // The items of a round are cases of their own, which whoever reads the round may read.
    private static IReadOnlyList<ItemLine> Items(AtWork at)
    {
        var rule = at.Pack.Cases[at.State.Kind];
        return
        [
            .. at.State.Items.Select(i => new ItemLine(
                i.Title, rule.ItemStates.TryGetValue(i.State, out var label) ? label : new Core.Policies.Label(i.State),
                rule.ItemsOf is { } kind && at.Pack.Cases.ContainsKey(kind) ? Views.CaseHref(new CaseId(i.Key)) : null)),
        ];
    }

    private static async Task<IReadOnlyList<SeatLine>> SeatsAsync(AtWork at, People people)
    {
        var seats = new List<SeatLine>();
        foreach (var procedure in at.State.Procedures)
        {
            var subjects = Subjects.Panel(at, procedure.Id) is var (_, stage) ? Subjects.Of(at.State, stage.Rule).Count : 1;
            foreach (var seat in procedure.Seats.Where(s => at.MaySee(View.Journal) || s.Expert == at.Actor.Party))
            {
                seats.Add(new SeatLine(await people.NameAsync(seat.Expert), seat.Recused, seat.Scored.Count, subjects));
            }
        }

        return seats;
    }
}
