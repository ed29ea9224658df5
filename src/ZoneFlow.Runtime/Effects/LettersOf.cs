using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Effects;

/// <summary>A case's letters, the first issued first, each with its kept paper and with what corrects it.</summary>
public static class LettersOf
{
    public static async Task<IReadOnlyList<IssuedLetter>> CaseAsync(ICaseStore store, CaseId id, CancellationToken cancellationToken)
    {
        var letters = (await store.RowsAsync(id, RowKinds.Letter, cancellationToken))
            .Select(r => (r.Key, Row: JsonSerializer.Deserialize(r.Json, CaseJson.Stored.LetterRow)!)).ToList();
        var papers = (await store.RowsAsync(id, RowKinds.LetterPaper, cancellationToken))
            .ToDictionary(r => r.Key, r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.LetterPaperRow)!, StringComparer.Ordinal);
        var seals = (await store.RowsAsync(id, RowKinds.LetterSeal, cancellationToken))
            .ToDictionary(r => r.Key, r => JsonSerializer.Deserialize(r.Json, CaseJson.Stored.LetterSealRow)!, StringComparer.Ordinal);
        var correctedBy = letters.Where(l => l.Row.Supersedes is not null).ToLookup(l => l.Row.Supersedes!, l => l.Key, StringComparer.Ordinal);
        return
        [
            .. letters.Select(l => new IssuedLetter(
                l.Key, l.Row, papers.GetValueOrDefault(l.Key), seals.GetValueOrDefault(l.Key), correctedBy[l.Key].FirstOrDefault())),
        ];
    }
}
