using System.Collections.Immutable;
using System.Text.Json;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Calendars;

/// <summary>
/// The calendar revisions an installation knows: those that ship, and those that its office has loaded. Putting another
/// calendar in use moves every running deadline of every case, each with an entry in its journal; a restart in the middle
/// goes on, since the calendar that all cases were last read under is kept, and reading one again does nothing twice.
/// </summary>
/// <param name="crashPoint">Called at the named points; a test may end the process there.</param>
public sealed class LivingCalendar(
    ICaseStore store, Cases cases, Rulebooks rulebooks, Registrar registrar, TimeProvider time, ShippedCalendar shipped, Action<string>? crashPoint = null) : IDisposable
{
    /// <summary>The setting that holds the region whose own days off are counted.</summary>
    public const string RegionSetting = "calendar-region";

    private const string ReadUnder = "calendar-read";
    private const string ReadTwice = "calendar-read-twice";
    private const int MostPasses = 10;
    private readonly SemaphoreSlim _one = new(1, 1);
    private long _caughtUp = -1;

    /// <summary>What is known now.</summary>
    public async Task<CalendarShelf> ShelfAsync(CancellationToken cancellationToken)
    {
        var office = (await cases.FindAsync(Registrar.Office, cancellationToken))?.State.Office;
        var loaded = new List<CalendarRevision>();
        foreach (var id in office?.Calendars ?? [])
        {
            // A later release may ship what was loaded before it was out.
            if (shipped.Revisions.All(r => r.Id != id) && await store.RecordAsync(RecordKinds.Calendar, id, cancellationToken) is { } record)
            {
                loaded.Add(JsonSerializer.Deserialize(record.Json, CaseJson.Stored.CalendarRevision)!);
            }
        }

        return new CalendarShelf(shipped.Revisions, office?.Settings.GetValueOrDefault(RegionSetting) is { Length: > 0 } region ? region : null).With(loaded);
    }

    /// <summary>
    /// Puts in use what is known and finishes what a stop had left undone; a release that brings a new notice moves dates
    /// here too. To be called before timers run.
    /// </summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var calendar = (await ShelfAsync(cancellationToken)).Calendar();
        rulebooks.Know(calendar);
        if (await ReadUnderAsync(cancellationToken) != calendar.Revision)
        {
            await MoveAllAsync(calendar, cancellationToken);
        }
    }

    /// <summary>Puts in use what another process of the same installation has loaded meanwhile; where it has changed nothing, one row is read.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var version = (await store.LoadAsync(Registrar.Office, cancellationToken))?.Version ?? 0;
        if (version != Interlocked.Read(ref _caughtUp))
        {
            rulebooks.Know((await ShelfAsync(cancellationToken)).Calendar());
            Interlocked.Exchange(ref _caughtUp, version);
        }
    }

    /// <summary>
    /// Where several processes decide, moves all cases once more some time after the calendar changed: another may have decided
    /// under the old one after a case had been read. To be called now and then, further apart than any request lasts.
    /// </summary>
    public async Task ReadTwiceAsync(CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        var (read, twice) = (await ReadUnderAsync(cancellationToken), (await store.RecordAsync(RecordKinds.Installation, ReadTwice, cancellationToken))?.Json);
        if (read is null || read != rulebooks.Calendar.Revision || twice == read)
        {
            return;
        }

        // Seen at one call, done at the next.
        var seen = $"{read}?";
        if (twice == seen)
        {
            await MoveAllAsync(rulebooks.Calendar, cancellationToken);
        }

        await store.PutRecordAsync(new KeyedRecord(RecordKinds.Installation, ReadTwice, twice == seen ? read : seen, null), cancellationToken);
    }

    /// <summary>What would move, with nothing written.</summary>
    public async Task<CalendarPlan> PlanAsync(CalendarShelf after, CancellationToken cancellationToken)
    {
        var (was, now) = (rulebooks.Calendar, after.Calendar());
        var moves = new List<DateMove>();
        var parked = new List<CaseId>();
        await foreach (var id in EveryCaseAsync(cancellationToken))
        {
            try
            {
                if (await cases.FindAsync(id, cancellationToken) is not var (state, rules) || (await store.LoadAsync(id, cancellationToken))?.Parked is not null)
                {
                    parked.Add(id);
                    continue;
                }

                var decision = Lifecycle.Decide(
                    rules with { Calendar = now }, state, Signal.By(registrar.NewSignal(), id, Later(state.LastAt), Actor.System, new SignalBody.ReadCalendarAgain()));
                moves.AddRange(MovesOf(rules, state, decision, was, now));
            }
            catch (CaseParkedException)
            {
                parked.Add(id);
            }
        }

        return new CalendarPlan(was.Revision, now.Revision, Changed(was, now, after), [.. moves], [.. parked]);
    }

    /// <summary>Loads revisions that are not here yet and moves what they move. What moved is answered.</summary>
    /// <param name="read">Revisions that <see cref="CalendarShelf.Against"/> has nothing against.</param>
    public async Task<CalendarPlan> LoadAsync(IEnumerable<CalendarRevision> read, Actor by, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var shelf = await ShelfAsync(cancellationToken);
            var added = shelf.New(read);
            if (shelf.Against(added) is [var (_, wrong), ..])
            {
                throw new ArgumentException(wrong.En);
            }

            var plan = await PlanAsync(shelf.With(added), cancellationToken);
            foreach (var revision in added)
            {
                await store.PutRecordAsync(
                    new KeyedRecord(RecordKinds.Calendar, revision.Id, JsonSerializer.Serialize(revision, CaseJson.Stored.CalendarRevision), null), cancellationToken);
                await ToOfficeAsync(by, new SignalBody.LoadCalendar(revision.Id), cancellationToken);
            }

            crashPoint?.Invoke(CrashPoints.CalendarLoaded);
            await UseAsync(cancellationToken);
            return plan;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Counts a region's own days off from now on, or no region's; moves what that moves.</summary>
    public async Task<CalendarPlan> CountRegionAsync(string? region, Actor by, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var shelf = await ShelfAsync(cancellationToken);
            var plan = await PlanAsync(shelf with { Region = region }, cancellationToken);
            if (shelf.Region != region)
            {
                await ToOfficeAsync(by, new SignalBody.ChangeSetting(RegionSetting, region ?? ""), cancellationToken);
                await UseAsync(cancellationToken);
            }

            return plan;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Reads the calendar again for one case: one that was set aside while it changed.</summary>
    public async Task ReadAgainAsync(CaseId id, CancellationToken cancellationToken) => await MoveAsync(id, cancellationToken);

    public void Dispose() => _one.Dispose();

    private async Task UseAsync(CancellationToken cancellationToken)
    {
        var calendar = (await ShelfAsync(cancellationToken)).Calendar();
        rulebooks.Know(calendar);
        await MoveAllAsync(calendar, cancellationToken);
    }

    // Again until nothing moves: a decision that was under way while the calendar changed may have been made under the old one.
    private async Task MoveAllAsync(WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        var moved = true;
        for (var pass = 0; moved && pass < MostPasses; pass++)
        {
            moved = false;
            await foreach (var id in EveryCaseAsync(cancellationToken))
            {
                try
                {
                    if (await MoveAsync(id, cancellationToken))
                    {
                        moved = true;
                        crashPoint?.Invoke(CrashPoints.DeadlinesMoved);
                    }
                }
                catch (CaseParkedException)
                {
                    // Read again when it is taken up.
                }
            }
        }

        await store.PutRecordAsync(new KeyedRecord(RecordKinds.Installation, ReadUnder, calendar.Revision, null), cancellationToken);
    }

    // What the calendar does not move may still be reminded of on another day, so its next due time is written in any case.
    private async Task<bool> MoveAsync(CaseId id, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(id, cancellationToken) is not var (before, rules))
        {
            return false;
        }

        var request = new SignalRequest(registrar.NewSignal(), id, time.GetUtcNow(), Actor.System, new SignalBody.ReadCalendarAgain(), []);
        var answer = await cases.SendAsync(request, cancellationToken);
        if (answer.State is not { } after || after.Version != before.Version)
        {
            return true;
        }

        await store.SetDueAsync(id, after.Version, Lifecycle.NextDue(rules with { Calendar = rulebooks.Calendar }, after), cancellationToken);
        return false;
    }

    private static IEnumerable<DateMove> MovesOf(Rulebook rules, CaseState state, Decision decision, WorkingCalendar was, WorkingCalendar now) =>
        from change in decision.Entries.SelectMany(e => e.Changes).OfType<Change.DeadlineMoved>()
        where change.Because == "calendar"
        let last = change.Was > change.Now.Last ? change.Was : change.Now.Last
        orderby change.Deadline
        select new DateMove(
            state.Id, state.Kind, state.Number, state.Title, change.Deadline, Narration.OfDeadline(rules.Pack, change.Deadline), change.Was, change.Now.Last,
            change.Now.Provisional, change.Now.Printed is not null, [.. DayChange.Between(was, now, change.Now.Day0, last)]);

    private static ImmutableArray<DayChange> Changed(WorkingCalendar was, WorkingCalendar now, CalendarShelf after)
    {
        var years = after.Revisions.Select(r => r.Year).ToList();
        return [.. DayChange.Between(was, now, new DateOnly(years.Min() - 1, 12, 1), new DateOnly(years.Max(), 12, 31))];
    }

    private DateTimeOffset Later(DateTimeOffset lastAt) => time.GetUtcNow() is var now && now > lastAt ? now : lastAt;

    private async Task<string?> ReadUnderAsync(CancellationToken cancellationToken) =>
        (await store.RecordAsync(RecordKinds.Installation, ReadUnder, cancellationToken))?.Json;

    private async Task ToOfficeAsync(Actor by, SignalBody body, CancellationToken cancellationToken)
    {
        var answer = await cases.SendAsync(new SignalRequest(registrar.NewSignal(), Registrar.Office, time.GetUtcNow(), by, body, []), cancellationToken);
        if (answer.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"The office refused ({refusal.Rule}): {refusal.Message}");
        }
    }

    private IAsyncEnumerable<CaseId> EveryCaseAsync(CancellationToken cancellationToken) => AllCases.OfAsync(store, cancellationToken);
}
