using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Operator;

namespace ZoneFlow.Web.Showing;

/// <summary>What an operator sees of documents to be deleted, and of those that were.</summary>
public sealed class DeletionViews(
    ICaseStore store, DocumentDeletions deletions, Dossiers dossiers, ConfidentialLines confidential, Cases cases, Registers registers, Parties parties, Frames frames, Desk desk)
{
    private const int Shown = 200;

    /// <summary>The case that is meant, or why none is.</summary>
    public async Task<(CaseState? State, Refusal? Refusal)> CaseAsync(string number, CancellationToken cancellationToken)
    {
        return number.Length > 0 && await registers.MeantAsync(number, cancellationToken) is var of && await cases.FindAsync(of, cancellationToken) is var (state, _)
            ? (state, null)
            : (null, Forms.Wrong("number", "没有这个编号的事项。", "There is no case of this number."));
    }

    public async Task<DeletionModel> OfAsync(HttpContext http, Caller caller, string number, CaseState? of, string ground, Refusal? refused)
    {
        var (people, past) = (new People(parties, http.RequestAborted), new List<PastDeletion>());
        foreach (var d in (await DeletedDocuments.AllAsync(store, http.RequestAborted)).Take(Shown))
        {
            var by = d is { Party: { } party, By: { } person } ? await people.NameAsync(party, person) : null;
            past.Add(new PastDeletion(await registers.NumberAsync(d.Case, http.RequestAborted), d.Hash, d.Ground, d.Archived, by, d.At, d.Cleared is not null));
        }

        return new DeletionModel(
            await frames.OfAsync(http), SitePaths.Deletions, $"{SitePaths.Deletions}/carried-out", Frames.Tokens(caller, desk.NewSignal()), number,
            of is null ? null : await LinesAsync(of, http.RequestAborted), ground, past, refused);
    }

    /// <summary>The documents that a case still gives out, one for all that have the same bytes; the latest first.</summary>
    public async Task<IReadOnlyList<DeletionLine>> LinesAsync(CaseState of, CancellationToken cancellationToken)
    {
        var (offered, texts) = (await deletions.OfferedAsync(of.Id, cancellationToken), await dossiers.TextsAsync(of.Id, cancellationToken));
        var pack = (await cases.FindAsync(of.Id, cancellationToken))?.Rules.Pack;
        var filed = (await dossiers.DocumentsAsync(of.Id, cancellationToken)).Select(d => (
            d.Row.Document, What: pack?.Documents.TryGetValue(d.Row.Document.Slot, out var rule) == true ? Versioned(rule.Label, d.Row.Document.Version) : new Label(d.Row.Document.Slot),
            d.Name, d.Row.At, InUse: of.Procedure(d.Row.Procedure) is not null));
        var objected = (await confidential.ObjectionRowsAsync(of.Id, cancellationToken)).SelectMany(o => o.Documents.Select(d => (
            Document: d, What: new Label($"异议材料（回执{o.Receipt}）", $"With objection {o.Receipt}"), Name: Dossiers.Text(texts, d.Name) ?? d.Slot, o.At,
            InUse: of.Procedure(o.Procedure) is not null)));
        return
        [
            .. filed.Concat(objected).Where(d => offered.Contains(d.Document.Content)).GroupBy(d => d.Document.Content).Select(g => new DeletionLine(
                g.Key, [.. g.Select(d => (d.What, d.Name))], g.First().Document.Size, g.Max(d => d.At), g.Any(d => d.InUse))).OrderByDescending(l => l.At),
        ];
    }

    private static Label Versioned(Label label, int version) => new($"{label.Zh}（第{version}版）", label.En is { } en ? $"{en}, version {version}" : null);

}
