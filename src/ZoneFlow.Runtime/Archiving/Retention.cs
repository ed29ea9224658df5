using System.Collections.Immutable;
using System.Text.Json;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Archiving;

/// <summary>
/// Which ended cases are due to be archived by their policy's terms (保管期限): by the latest revision of it, so that a longer term holds
/// at once for every case. Nothing is due that a living case names, that is being looked into, or whose ban still binds somebody.
/// </summary>
public sealed class Retention(ICaseStore store, Cases cases, Office office, Rulebooks rulebooks, TimeProvider time)
{
    private const int Page = 500;

    /// <summary>Every ended case that has a term and is not archived, the one whose time is over first, first.</summary>
    public async Task<IReadOnlyList<EndedCase>> EndedAsync(CancellationToken cancellationToken)
    {
        var (ended, archived) = (new List<EndedCase>(), (await ArchivedAsync(cancellationToken)).ToLookup(a => a.Case));
        var unsent = (await store.OutboxAsync(int.MaxValue, cancellationToken)).Select(e => e.Case).ToHashSet();
        foreach (var kind in (string[])[CaseKinds.Zone, CaseKinds.Round, CaseKinds.Plan])
        {
            string? after = null;
            while (await store.IndexAsync(Indexes.Register, kind, after, Page, cancellationToken) is { Count: > 0 } rows)
            {
                foreach (var row in rows.Where(r => RegisterRows.Read(r).Final))
                {
                    if (await ReadableAsync(row.Case, unsent, cancellationToken) is { } found && archived[row.Case].All(a => a.Entries != found.State.Version || a.Done is null))
                    {
                        ended.Add(found);
                    }
                }

                after = rows[^1].Sort;
            }
        }

        return [.. ended.OrderBy(e => e.Kept.Last).ThenBy(e => e.State.Id.Value, StringComparer.Ordinal)];
    }

    /// <summary>What is archived, the latest first.</summary>
    public async Task<IReadOnlyList<ArchivedCase>> ArchivedAsync(CancellationToken cancellationToken) =>
    [
        .. (await store.RecordsAsync(RecordKinds.Archived, "", int.MaxValue, cancellationToken))
            .Select(Read).OrderByDescending(a => a.At),
    ];

    /// <summary>A case as it was archived, or began to be, with so many entries; null where it was not.</summary>
    public async Task<ArchivedCase?> BegunAsync(CaseId id, long entries, CancellationToken cancellationToken) =>
        await store.RecordAsync(RecordKinds.Archived, Key(id, entries), cancellationToken) is { } record ? Read(record) : null;

    public Task PutAsync(ArchivedCase archived, CancellationToken cancellationToken) => store.PutRecordAsync(
        new KeyedRecord(RecordKinds.Archived, Key(archived.Case, archived.Entries), JsonSerializer.Serialize(archived, CaseJson.Stored.ArchivedCase), null), cancellationToken);

    public Task ForgetAsync(ArchivedCase archived, CancellationToken cancellationToken) =>
        store.DeleteRecordAsync(RecordKinds.Archived, Key(archived.Case, archived.Entries), cancellationToken);

    // An ended case as it stands now; null where it has not ended, or nothing says how long it is kept.
    private async Task<EndedCase?> FindAsync(CaseId id, IReadOnlySet<CaseId> unsent, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(id, cancellationToken) is not var (state, rules) || rules.Pack is not { } pack)
        {
            return null;
        }

        var latest = await office.PublishedAsync(state.Pack.Pack, cancellationToken);
        var keep = latest?.Cases.GetValueOrDefault(state.Kind)?.Keep ?? pack.Cases[state.Kind].Keep;
        var rule = pack.Cases[state.Kind];
        return KeptUntil.Of(rule, keep, state, rulebooks.Calendar) is { } kept
            ? new EndedCase(state, pack, rule.Label, rule.Standing(state.Standing).Label, kept, kept.IsOver(Today) ? await HoldsAsync(state, pack, unsent, cancellationToken) : [])
            : null;
    }

    public DateOnly Today => CivilDate.Of(time.GetUtcNow());

    // One that cannot be read is set aside, stands on the operator's page of those, and holds up nothing else.
    private async Task<EndedCase?> ReadableAsync(CaseId id, IReadOnlySet<CaseId> unsent, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(id, unsent, cancellationToken);
        }
        catch (CaseParkedException)
        {
            return null;
        }
    }

    private async Task<ImmutableArray<Label>> HoldsAsync(CaseState state, Pack pack, IReadOnlySet<CaseId> unsent, CancellationToken cancellationToken)
    {
        var holds = ImmutableArray.CreateBuilder<Label>();
        foreach (var name in state.Procedures.Select(p => p.Name).Distinct())
        {
            var label = pack.Procedures.FirstOrDefault(p => p.Name == name)?.Label ?? new Label(name);
            holds.Add(new($"“{label.Zh}”尚未办结", $"\"{label.En ?? label.Zh}\" is not over"));
        }

        if (!state.Occurrences.IsEmpty)
        {
            holds.Add(new($"尚有{state.Occurrences.Length}项应报事项", $"{state.Occurrences.Length} reports are owed"));
        }

        foreach (var ban in state.Bans.Where(b => !b.Lifted && b.Last >= Today))
        {
            holds.Add(new($"禁止申报期至{ban.Last:yyyy-MM-dd}", $"a ban binds until {ban.Last:yyyy-MM-dd}"));
        }

        var others = state.Links.Select(l => l.Case).Concat(state.Items.Select(i => new CaseId(i.Key))).Distinct();
        foreach (var other in others)
        {
            try
            {
                if (await cases.FindAsync(other, cancellationToken) is var (living, rules) && rules.Pack?.Cases[living.Kind].Standing(living.Standing).Final == false)
                {
                    holds.Add(new($"“{living.Title}”（{living.Number}）尚在办理，与本卷宗相关", $"{living.Number} refers to it and has not ended"));
                }
            }
            catch (CaseParkedException)
            {
                holds.Add(new($"相关卷宗{other}因系统错误暂停", $"{other}, which it refers to, is set aside after an error"));
            }
        }

        if ((await store.LoadAsync(state.Id, cancellationToken))?.Parked is not null)
        {
            holds.Add(new("卷宗因系统错误暂停", "it is set aside after an error"));
        }

        if (unsent.Contains(state.Id))
        {
            holds.Add(new("尚有未发出的邮件或通知", "mails of it have not gone out"));
        }

        return holds.ToImmutable();
    }

    private static ArchivedCase Read(KeyedRecord record) => JsonSerializer.Deserialize(record.Json, CaseJson.Stored.ArchivedCase)!;

    private static string Key(CaseId id, long entries) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}|{entries:D8}");
}
