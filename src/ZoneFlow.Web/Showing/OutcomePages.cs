using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Pages.Outcomes;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds what is said after an act, from the journal entry that it wrote, so that it is the same however often it is asked.</summary>
public sealed class OutcomePages(Frames frames, Parties parties, Dossiers dossiers, Histories histories)
{
    /// <summary>The receipt of a reader's own act; null where there is none.</summary>
    public async Task<DoneModel?> DoneAsync(HttpContext http, AtWork at, SignalId signal)
    {
        if (await OwnAsync(at, signal, http.RequestAborted) is not { } entry)
        {
            return null;
        }

        var people = new People(parties, http.RequestAborted);
        var filed = entry.Changes.OfType<Change.DocumentFiled>().Select(c => at.Paths.Document(c.Document)).ToHashSet();
        var (documents, deletions) = (new List<DocumentLine>(), await dossiers.DeletedAsync(at.State.Id, http.RequestAborted));
        foreach (var (row, name) in await dossiers.DocumentsAsync(at.State.Id, http.RequestAborted))
        {
            if (filed.Contains(at.Paths.Document(row.Document)))
            {
                var deleted = deletions.GetValueOrDefault(row.Document.Content);
                documents.Add(Views.Document(at.Pack, at.State.Id, row, name, null, false, deleted) with
                {
                    Href = deleted is null && at.MaySee(View.Documents) ? at.Paths.Document(row.Document) : null,
                });
            }
        }

        return new DoneModel(
            await frames.OfAsync(http), at.Head(), await WhatAsync(at.Pack, entry, people), await people.ActorAsync(entry.Actor), entry.At, Next(at, entry), documents,
            Views.CaseHref(at.State.Id))
        {
            ProofHref = at.Link is null && at.MaySee(View.Acting) ? $"{Views.CaseHref(at.State.Id)}/done/{Uri.EscapeDataString(signal.Value)}/proof.json" : null,
        };
    }

    /// <summary>The first answer again (已于…办理); null where the reader did nothing under this signal.</summary>
    public async Task<AlreadyDoneModel?> AlreadyAsync(HttpContext http, AtWork at, SignalId signal)
    {
        if (await OwnAsync(at, signal, http.RequestAborted) is not { } entry)
        {
            return null;
        }

        var people = new People(parties, http.RequestAborted);
        return new AlreadyDoneModel(
            await frames.OfAsync(http), at.Head(), await WhatAsync(at.Pack, entry, people), await people.ActorAsync(entry.Actor), entry.At,
            Views.CaseHref(at.State.Id));
    }

    /// <summary>Who has taken a procedure on from a visit, what they did and when; null where nobody has, or where it is not the reader's to know.</summary>
    public async Task<IResult?> MeanwhileAsync(HttpContext http, AtWork at, string? procedure, int? visit)
    {
        if (procedure is null || visit is null || !at.MaySee(View.Journal) || at.State.Procedure(procedure)?.Visit == visit)
        {
            return null;
        }

        var entry = (await histories.ReadAsync(at.State.Id, http.RequestAborted)).Select(e => e.Entry).FirstOrDefault(e => e.Changes.Any(c => c switch
        {
            Change.StageEntered entered => entered.Procedure == procedure && entered.Visit > visit,
            Change.ProcedureEnded ended => ended.Procedure == procedure,
            Change.ProcedureStopped stopped => stopped.Procedure == procedure,
            _ => false,
        }));
        if (entry?.Actor.Person is null)
        {
            return null;
        }

        var people = new People(parties, http.RequestAborted);
        return await PageResults.PageAsync<AlreadyDonePage, AlreadyDoneModel>(
            new AlreadyDoneModel(
                await frames.OfAsync(http), at.Head(), await WhatAsync(at.Pack, entry, people), await people.PersonAsync(entry.Actor), entry.At, Views.CaseHref(at.State.Id))
            {
                ByAnother = entry.Actor.Person != at.Actor.Person,
            },
            at.Link is null ? StatusCodes.Status409Conflict : StatusCodes.Status410Gone);
    }

    /// <summary>The entry of a reader's own act; null where there is none.</summary>
    public async Task<Entry?> OwnAsync(AtWork at, SignalId signal, CancellationToken cancellationToken) =>
        await histories.OfAsync(at.State.Id, signal, cancellationToken) is { } entry && entry.Actor.Party == at.Actor.Party ? entry : null;

    /// <summary>What an entry says its actor did.</summary>
    public static Task<Label> WhatAsync(Pack pack, Entry entry, People people) => EventLines.SentenceAsync(
        pack, entry.Changes.FirstOrDefault(c => c is Change.ActionTaken or Change.MarkCorrected or Change.StandingCorrected or Change.BanCorrected) ?? entry.Changes[0], people, id => Task.FromResult(id.Value));

    // What follows, for whoever may read the journal; the act itself and its papers are said elsewhere on the page.
    private static IReadOnlyList<Label> Next(AtWork at, Entry entry) => at.MaySee(View.Journal)
        ?
        [
            .. entry.Changes.Where(c => c is Change.StageEntered or Change.StandingChanged or Change.ProcedureStarted or Change.ProcedureEnded
                or Change.MarkSet or Change.DeadlineSet { Due: not null } or Change.OccurrenceOpened or Change.LetterIssued or Change.NoticePublished
                or Change.BanImposed or Change.FiledLate).Select(c => Narration.Of(at.Pack, c)),
        ]
        : [];
}
