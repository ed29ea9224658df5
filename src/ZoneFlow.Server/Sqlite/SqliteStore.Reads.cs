using System.Globalization;
using System.Text;
using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;

namespace ZoneFlow.Server.Sqlite;

public sealed partial class SqliteStore
{
    private const string Day = "yyyy-MM-dd";

    public Task<StoredCase?> LoadAsync(CaseId id, CancellationToken cancellationToken) => readers.ReadAsync(
        database => database.Use(Queries.Case).Bind(id.Value).First(ReadCase), cancellationToken);

    public Task<IReadOnlyList<StoredCase>> ParkedAsync(int most, CancellationToken cancellationToken) => readers.ReadAsync<IReadOnlyList<StoredCase>>(
        database => database.Use(Queries.Parked).Bind(most).All(ReadCase), cancellationToken);

    public Task<SignalAnswer?> AnswerAsync(SignalId signal, CancellationToken cancellationToken) => readers.ReadAsync(
        database => database.Use(Queries.Answer).BindId(signal.Value)
            .First(row => new SignalAnswer(signal, new(row.Text(0)), row.Long(1), row.Digest(2))),
        cancellationToken);

    public Task<IReadOnlyList<StoredEntry>> JournalAsync(CaseId id, long after, int most, CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<StoredEntry>>(
            database => database.Use(Queries.Journal).Bind(id.Value).Bind(after).Bind(most)
                .All(row => new StoredEntry(row.Long(0), row.IsNull(4) ? row.Blob(1) : packing.Unpack(database, row.Bytes(1)), row.Blob(2), row.Blob(3))),
            cancellationToken);

    public Task<IReadOnlyList<CaseRow>> RowsAsync(CaseId id, string kind, CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<CaseRow>>(
            database => database.Use(Queries.Rows).Bind(id.Value).Bind(kind)
                .All(row => new CaseRow(
                    row.Text(0), row.Text(1), row.IsBlob(2) ? Encoding.UTF8.GetString(packing.Unpack(database, row.Bytes(2))) : row.Text(2))),
            cancellationToken);

    public Task<IReadOnlyDictionary<string, ConfidedText>> ConfidedAsync(CaseId id, CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyDictionary<string, ConfidedText>>(
            database => database.Use(Queries.Confided).Bind(id.Value)
                .All(row => new ConfidedText(row.Text(0), row.Text(1), row.Text(2), row.Text(3)))
                .ToDictionary(text => text.Digest, StringComparer.Ordinal),
            cancellationToken);

    public Task<IReadOnlyList<IndexRow>> IndexAsync(string index, string partition, string? after, int most, CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<IndexRow>>(
            database => (after is null
                    ? database.Use(Queries.Index).Bind(index).Bind(partition)
                    : database.Use(Queries.IndexAfter).Bind(index).Bind(partition).Bind(after))
                .Bind(most)
                .All(row => new IndexRow(row.Text(0), row.Text(1), row.Text(2), new(row.Text(3)), row.Text(4))),
            cancellationToken);

    public Task<int> CountAsync(string index, string partition, string? after, string? before, CancellationToken cancellationToken) => readers.ReadAsync(
        database => database.Use(Queries.Count).Bind(index).Bind(partition).Bind(after ?? "").Bind(before ?? PastAll).First(row => (int)row.Long(0)), cancellationToken);

    public Task<IReadOnlyList<CaseCount>> CaseCountsAsync(string kind, string? region, CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<CaseCount>>(
            database =>
            {
                // Many groups stand alike and differ by their day only.
                var outlines = new Dictionary<string, CaseOutline>(StringComparer.Ordinal);
                return database.Use(Queries.CaseCounts).Bind(kind).Bind(region).All(row =>
                {
                    var text = row.Text(0);
                    if (!outlines.TryGetValue(text, out var outline))
                    {
                        outlines[text] = outline = JsonSerializer.Deserialize(text, CaseJson.Stored.CaseOutline)!;
                    }

                    return new CaseCount(outline, row.TextOrNull(1) is { } next ? DateOnly.ParseExact(next, Day, CultureInfo.InvariantCulture) : null, (int)row.Long(2));
                });
            },
            cancellationToken);

    public Task<IReadOnlyList<CaseSummary>> DatedAsync(
        string kind, string? region, DateOnly? from, DateOnly? until, int skip, int most, CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<CaseSummary>>(
            database => database.Use(Queries.Dated).Bind(kind).Bind(region).Bind(Text(from) ?? "").Bind(Text(until) ?? PastAll).Bind(most).Bind(skip)
                .All(row => JsonSerializer.Deserialize(row.Text(0), CaseJson.Stored.CaseSummary)!),
            cancellationToken);

    public Task<IReadOnlyList<CaseSummary>> SearchAsync(
        string kind, string? region, string words, bool open, int skip, int most, CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<CaseSummary>>(
            database => database.Use(Queries.Search).Bind(kind).Bind(region).Bind(Anywhere(words)).Bind(open).Bind(most).Bind(skip)
                .All(row => JsonSerializer.Deserialize(row.Text(0), CaseJson.Stored.CaseSummary)!),
            cancellationToken);

    public Task<IReadOnlyList<DueCase>> DueByAsync(DateTimeOffset instant, int most, CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<DueCase>>(
            database => database.Use(Queries.DueBy).Bind(Instants.Reached(instant)).Bind(most)
                .All(row => new DueCase(new(row.Text(0)), row.Instant(1))),
            cancellationToken);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => readers.ReadAsync(
        database => database.Use(Queries.NextDue).First(row => (DateTimeOffset?)row.Instant(0)), cancellationToken);

    private static string Anywhere(string words) =>
        $"%{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    private static string? Text(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture);

    private static StoredCase ReadCase(Statement row) => new(
        new(row.Text(0)), row.Text(1), row.Long(2), row.Blob(3), (int)row.Long(4), row.Blob(5), row.TextOrNull(6))
    {
        StateVersion = row.Long(7),
    };
}
