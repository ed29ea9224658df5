using System.Globalization;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;

namespace ZoneFlow.Runtime.Tables;

/// <summary>
/// The cases of one office in one cloud table. All of a case is one partition and a commit one transaction of it, with
/// the case row's tag. What is found across cases (worklists, the register, due times, the outbox, records) is written
/// right after; a mark that is set before the commit and cleared after it leads the sweep to whatever did not get that
/// far. Pages may therefore lag behind a commit; an action never does, since it looks at the case.
/// </summary>
public sealed partial class TablesStore(CloudTable table, TimeProvider time) : ICaseStore
{
    private const int MostTries = 20;
    private static readonly TimeSpan StaleMark = TimeSpan.FromMinutes(1);
    private readonly Rows rows = new(table);

    public async Task<StoredCase?> LoadAsync(CaseId id, CancellationToken cancellationToken) =>
        await rows.FindAsync(Places.Case(id), Places.CaseRow, cancellationToken) is { } found ? ReadCase(found) : null;

    public async Task<SignalAnswer?> AnswerAsync(SignalId signal, CancellationToken cancellationToken) =>
        await table.Find(Places.Signal(signal), Places.CaseRow, cancellationToken) is { } pointer
            ? await AnswerOfAsync(new(pointer.Text("case")), signal, cancellationToken)
            : null;

    public async Task<IReadOnlyList<StoredEntry>> JournalAsync(CaseId id, long after, int most, CancellationToken cancellationToken)
    {
        await WholeAsync(id, cancellationToken);
        var found = await rows.RangeAsync(Places.Case(id), Places.Entry(after + 1), Places.Past(Places.Entries), most, cancellationToken);
        return [.. found.Select(f => new StoredEntry(
            f.Row.Number("sequence"), f.Body, Convert.FromHexString(f.Row.Text("previous")), Convert.FromHexString(f.Row.Text("hash"))))];
    }

    public async Task<IReadOnlyList<CaseRow>> RowsAsync(CaseId id, string kind, CancellationToken cancellationToken)
    {
        await WholeAsync(id, cancellationToken);
        var prefix = $"{Places.Rows}!{TableKey.Part(kind)}";
        var found = await rows.RangeAsync(Places.Case(id), prefix, Places.Past(prefix), int.MaxValue, cancellationToken);
        return [.. found.Select(f => new CaseRow(kind, f.Row.Text("key"), f.BodyText))];
    }

    public async Task PutRowAsync(CaseId id, CaseRow row, CancellationToken cancellationToken) => await rows.WriteAsync(
        Places.Case(id), Rows.Change(RowChangeKind.Put, Places.Case(id), Places.Row(row.Kind, row.Key), Rows.Bytes(row.Json), "", ("key", row.Key)));

    public async Task<IReadOnlyDictionary<string, ConfidedText>> ConfidedAsync(CaseId id, CancellationToken cancellationToken)
    {
        await WholeAsync(id, cancellationToken);
        var found = await rows.RangeAsync(Places.Case(id), $"{Places.Confided}!", Places.Past(Places.Confided), int.MaxValue, cancellationToken);
        return found.Select(f => new ConfidedText(f.Row.Text("digest"), f.Row.Text("salt"), f.Row.Text("kind"), f.BodyText))
            .ToDictionary(text => text.Digest, StringComparer.Ordinal);
    }

    public async Task ForgetAsync(CaseId id, IReadOnlyCollection<string> digests, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(digests);
        await WholeAsync(id, cancellationToken);
        var found = await rows.RangeAsync(Places.Case(id), $"{Places.Confided}!", Places.Past(Places.Confided), int.MaxValue, cancellationToken);
        foreach (var row in found.Where(f => digests.Contains(f.Row.Text("digest"))))
        {
            await rows.WriteAsync(Places.Case(id), Rows.Delete(row.Row with { Tag = "*" }));
        }
    }

    public async Task<IReadOnlyList<IndexRow>> IndexAsync(string index, string partition, string? after, int most, CancellationToken cancellationToken)
    {
        var from = after is null ? Key("") : $"{Key(after)}!";
        var found = await rows.RangeAsync(Places.Index(index, partition), from, Places.Beyond("k"), most, cancellationToken);
        return [.. found.Select(f => new IndexRow(index, partition, f.Row.Text("sort"), new(f.Row.Text("case")), f.BodyText))];
    }

    public async Task<int> CountAsync(string index, string partition, string? after, string? before, CancellationToken cancellationToken)
    {
        var (from, to) = (after is null ? Key("") : $"{Key(after)}!", before is null ? Places.Beyond("k") : Key(before));
        return (await table.Read(Places.Index(index, partition), from, to, int.MaxValue, cancellationToken)).Count(RowMapping.IsFirst);
    }

    // Counted from the register's own rows: there is no total to keep in step with them.
    public async Task<IReadOnlyList<CaseCount>> CaseCountsAsync(string kind, string? region, CancellationToken cancellationToken) =>
        RegisterRows.Counts(await RegisteredAsync(kind, region, cancellationToken));

    public async Task<IReadOnlyList<CaseSummary>> DatedAsync(
        string kind, string? region, DateOnly? from, DateOnly? until, int skip, int most, CancellationToken cancellationToken) =>
        RegisterRows.Dated(await RegisteredAsync(kind, region, cancellationToken), from, until, skip, most);

    public async Task<IReadOnlyList<CaseSummary>> SearchAsync(
        string kind, string? region, string words, bool open, int skip, int most, CancellationToken cancellationToken) =>
        RegisterRows.Search(await RegisteredAsync(kind, region, cancellationToken), words, open, skip, most);

    private Task<IReadOnlyList<IndexRow>> RegisteredAsync(string kind, string? region, CancellationToken cancellationToken)
    {
        var (index, partition) = RegisterRows.Of(kind, region);
        return IndexAsync(index, partition, null, int.MaxValue, cancellationToken);
    }

    public Task<IReadOnlyList<DueCase>> DueByAsync(DateTimeOffset instant, int most, CancellationToken cancellationToken) =>
        DueAsync(Places.Past(TableKey.Number(instant.ToUnixTimeMilliseconds())), most, cancellationToken);

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        await DueAsync(Places.Beyond(""), 1, cancellationToken) is [var first, ..] ? first.At : null;

    public async Task SetDueAsync(CaseId id, long version, DateTimeOffset? due, CancellationToken cancellationToken)
    {
        var kept = due is { } known ? Rows.Text(Places.Kept(known)) : null;
        await ChangeCaseAsync(id, row => row.Row.Number("version") == version, ("due", kept), cancellationToken);
    }

    public Task ParkAsync(CaseId id, string? why, CancellationToken cancellationToken) =>
        ChangeCaseAsync(id, _ => true, ("parked", Short(why)), cancellationToken);

    public async Task<IReadOnlyList<StoredCase>> ParkedAsync(int most, CancellationToken cancellationToken)
    {
        var parked = new List<StoredCase>();
        foreach (var row in await table.Read(Places.Parked, "", Places.Beyond(""), most, cancellationToken))
        {
            if (await LoadAsync(new(row.Text("case")), cancellationToken) is { Parked: not null } stored)
            {
                parked.Add(stored);
            }
        }

        return parked;
    }

    // A due time that is no longer the case's own is dropped where it is met: nobody else needs it gone sooner.
    private async Task<IReadOnlyList<DueCase>> DueAsync(string before, int most, CancellationToken cancellationToken)
    {
        var due = new List<DueCase>();
        for (var from = ""; due.Count < most;)
        {
            var page = await table.Read(Places.Due, from, before, 200, cancellationToken);
            foreach (var row in page)
            {
                var id = new CaseId(row.Text("case"));
                var found = await table.Find(Places.Case(id), Places.CaseRow, cancellationToken);
                if (found?.TextOrNull("due") == row.Text("due") && found!.TextOrNull("parked") is null)
                {
                    due.Add(new DueCase(id, Places.Read(row.Number("due"))));
                }
                else
                {
                    await rows.WriteAsync(Places.Due, Rows.Delete(row));
                }

                if (due.Count == most)
                {
                    return due;
                }
            }

            if (page.Count < 200)
            {
                return due;
            }

            from = $"{page[^1].Key}!";
        }

        return due;
    }

    private async Task ChangeCaseAsync(
        CaseId id, Func<FoundRow, bool> applies, (string Name, string? Value) change, CancellationToken cancellationToken)
    {
        var mark = await MarkAsync(id);
        for (var tries = 1; ; tries++)
        {
            if (await rows.FindAsync(Places.Case(id), Places.CaseRow, cancellationToken) is not { } found || !applies(found))
            {
                break;
            }

            var texts = CaseTexts.Select(name => (name, name == change.Name ? change.Value : found.Row.TextOrNull(name))).ToArray();
            if (await rows.WriteAsync(
                Places.Case(id), Rows.Change(RowChangeKind.Replace, Places.Case(id), Places.CaseRow, found.Body, found.Row.Tag, texts)) == RowOutcome.Written)
            {
                await FindableAsync(id);
                break;
            }

            TriedTooOften(tries, id);
        }

        await UnmarkAsync(mark);
    }

    private static readonly string[] CaseTexts = ["case", "kind", "version", "schema", "state", "due", "head", "parked", "overflow"];

    private async Task<SignalAnswer?> AnswerOfAsync(CaseId id, SignalId signal, CancellationToken cancellationToken) =>
        await table.Find(Places.Case(id), $"{Places.Answers}!{TableKey.Part(signal.Value)}", cancellationToken) is { } row
            ? new SignalAnswer(signal, id, row.Number("version"), row.Text("body"))
            : null;

    private static StoredCase ReadCase(FoundRow found) => new(
        new(found.Row.Text("case")), found.Row.Text("kind"), found.Row.Number("version"), found.Body,
        int.Parse(found.Row.Text("schema"), CultureInfo.InvariantCulture), Convert.FromHexString(found.Row.Text("head")), found.Row.TextOrNull("parked"))
    {
        StateVersion = long.Parse(found.Row.TextOrNull("state") ?? found.Row.Text("version"), CultureInfo.InvariantCulture),
    };

    /// <summary>A key within an index or a kind of record: never empty.</summary>
    private static string Key(string text) => $"k{TableKey.Part(text)}";

    private static string? Short(string? text) => text is { Length: > 8_000 } ? text[..8_000] : text;

    private static void TriedTooOften(int tries, CaseId id)
    {
        if (tries == MostTries)
        {
            throw new IOException($"{id} changed {tries} times while it was being written.");
        }
    }
}
