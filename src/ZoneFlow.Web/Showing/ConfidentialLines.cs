using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>What never leaves the deciding office: objections with who made them, and the experts' scores.</summary>
public sealed class ConfidentialLines(ICaseStore store)
{
    public async Task<IReadOnlyList<ObjectionLine>> ObjectionsAsync(
        AtWork at, IReadOnlyDictionary<string, ConfidedText> texts, CancellationToken cancellationToken) =>
    [
        .. (await ObjectionRowsAsync(at.State.Id, cancellationToken)).Select(row => new ObjectionLine(
            row.Receipt, row.At, Subjects.TitleOf(at.State, row.Entry), Dossiers.Text(texts, row.Objector), Dossiers.Text(texts, row.Contact),
            Dossiers.Text(texts, row.Text) ?? "", [.. row.Documents.Select((d, i) => Line(at, row, d, i, texts))])),
    ];

    public async Task<IReadOnlyList<ObjectionRow>> ObjectionRowsAsync(CaseId id, CancellationToken cancellationToken) =>
    [
        .. (await store.RowsAsync(id, RowKinds.Objection, cancellationToken))
            .Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.ObjectionRow)!).OrderBy(r => r.At),
    ];

    public async Task<IReadOnlyList<ScoreLine>> ScoresAsync(
        AtWork at, IReadOnlyDictionary<string, ConfidedText> texts, People people, CancellationToken cancellationToken)
    {
        var lines = new List<ScoreLine>();
        foreach (var row in await ScoreRowsAsync(at.State.Id, cancellationToken))
        {
            lines.Add(new ScoreLine(
                await people.NameAsync(row.Expert), Subjects.TitleOf(at.State, row.Subject),
                [.. row.Scores.Select(s => new ScoredCriterion(Subjects.Label(at.Pack, row.Procedure, s.Key), s.Value))], Dossiers.Text(texts, row.Opinion), row.At));
        }

        return lines;
    }

    /// <summary>The last score of each expert on each subject.</summary>
    public async Task<IReadOnlyList<ScoreRow>> ScoreRowsAsync(CaseId id, CancellationToken cancellationToken) =>
    [
        .. (await store.RowsAsync(id, RowKinds.Score, cancellationToken)).Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.ScoreRow)!)
            .GroupBy(r => (r.Procedure, r.Expert, r.Subject)).Select(g => g.Last()).OrderBy(r => r.At),
    ];

    private static DocumentLine Line(AtWork at, ObjectionRow row, FiledDocument document, int index, IReadOnlyDictionary<string, ConfidedText> texts) => new(
        new Core.Policies.Label("异议材料", "Attachment"), document.Version, Dossiers.Text(texts, document.Name) ?? $"{row.Receipt}-{index + 1}", document.Size,
        document.Content, null, row.At, $"{Views.CaseHref(at.State.Id)}/objections/{Uri.EscapeDataString(row.Receipt)}/{index}", false);
}
