using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;

namespace ZoneFlow.Web.Endpoints;

/// <summary>What a case holds besides its state, with its personal texts put in where they still stand.</summary>
public sealed class Dossiers(ICaseStore store)
{
    public async Task<IReadOnlyList<(DocumentRow Row, string Name)>> DocumentsAsync(CaseId id, CancellationToken cancellationToken)
    {
        var texts = await store.ConfidedAsync(id, cancellationToken);
        var rows = await store.RowsAsync(id, RowKinds.Document, cancellationToken);
        return
        [
            .. rows.Select(r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.DocumentRow)!).OrderBy(d => d.Entry)
                .Select(d => (d, Text(texts, d.Document.Name) ?? $"{d.Document.Slot}-{d.Document.Version}")),
        ];
    }

    /// <summary>Which of its documents were deleted, by hash.</summary>
    public Task<IReadOnlyDictionary<ContentHash, DocumentDeletion>> DeletedAsync(CaseId id, CancellationToken cancellationToken) =>
        DeletedDocuments.OfCaseAsync(store, id, cancellationToken);

    public async Task<IReadOnlyDictionary<string, ConfidedText>> TextsAsync(CaseId id, CancellationToken cancellationToken) =>
        await store.ConfidedAsync(id, cancellationToken);

    public static string? Text(IReadOnlyDictionary<string, ConfidedText> texts, Confided? digest) =>
        digest is { } d && texts.TryGetValue(d.Digest, out var text) ? text.Text : null;
}
