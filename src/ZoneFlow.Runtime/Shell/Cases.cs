using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Effects;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Links;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Runtime.Watching;

namespace ZoneFlow.Runtime.Shell;

/// <summary>
/// The shell around the core, written once for every head: load, decide, commit, answer. Effects run after the
/// commit, from the outbox.
/// </summary>
/// <param name="cache">Only where no other process writes the store; null reads the store each time.</param>
/// <param name="woken">Told after each commit, so that whoever runs timers and effects looks again.</param>
/// <param name="crashPoint">Called at the named points; a test may end the process there.</param>
/// <param name="statesEvery">
/// How many entries a stored state may fall behind its case. What is read afresh is then folded from there; the journal
/// and all else of a commit are written each time. 1 where reading the entries since would cost a request of its own.
/// </param>
/// <param name="people">Told of each signal that somebody sent, so that what can wait lets it pass.</param>
public sealed partial class Cases(
    ICaseStore store, Rulebooks rulebooks, LookUps lookUps, TimeProvider time, ILogger<Cases> logger, CaseCache? cache = null,
    Action<CaseId>? woken = null, Action<string>? crashPoint = null, int statesEvery = 1, FreshEffects? fresh = null,
    Precedence? people = null)
{
    private const int MostTries = 20;

    private readonly ScoreRows scoreRows = new(store);

    /// <summary>Decides a signal and answers once its commit is on disk. A signal seen before gets its first answer.</summary>
    /// <exception cref="CaseParkedException">The case has been set aside; nothing was written.</exception>
    public async Task<Answer> SendAsync(SignalRequest request, CancellationToken cancellationToken)
    {
        using var told = ShellTelemetry.Signal(request.Body.GetType().Name);
        var first = request.Actor == Actor.System ? null : people;
        first?.Begun();

        try
        {
            var answer = await AnswerAsync(request, cancellationToken);
            told.Came(answer switch { { Repeated: true } => "repeated", { Refusal: not null } => "refused", _ => "accepted" });
            return answer;
        }
        finally
        {
            first?.Ended();
        }
    }

    private async Task<Answer> AnswerAsync(SignalRequest request, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var (known, own, parked) = await FindOrParkedAsync(request.Case, cancellationToken);
            if (parked is not null)
            {
                return await FirstAnswerAsync(request, cancellationToken) ?? throw new CaseParkedException(request.Case, parked);
            }

            var before = known?.State;
            own ??= await rulebooks.ForAsync(PackOf(request.Body), cancellationToken);
            if (request.Consumes is { } link
                && ActionLinks.IsUsedUp(await store.RowsAsync(request.Case, RowKinds.Link, cancellationToken), link, request.Id))
            {
                return await FirstAnswerAsync(request, cancellationToken)
                    ?? new Answer(before, new Refusal("link-used", "该链接已用于办理，不能再次使用。", "This link has been used and cannot be used again."), 0, false);
            }

            var (rules, lookedUp) = await RulesOfAsync(own, before, request, cancellationToken);
            if (before is not null && rules.Pack != own.Pack && Lifecycle.NextDue(own, before) <= time.GetUtcNow())
            {
                // What is due already goes first, under the case's own revision.
                await SendAsync(new SignalRequest(new SignalId($"{request.Id}/due"), request.Case, time.GetUtcNow(), Actor.System, new SignalBody.PassTime(), []), cancellationToken);
                continue;
            }

            var decision = await DecideAsync(rules, before, request, lookedUp);
            if (request.Body is not SignalBody.PassTime && (!decision.Accepted || decision.Entries.IsEmpty)
                && await FirstAnswerAsync(request, cancellationToken) is { } already)
            {
                // What is accepted is told from a repeat by its commit; what is refused may be a repeat, or a twin's, that no longer fits.
                return already;
            }

            if (decision.Refusal is { } unpinned && before is not null && rules.Pack is { } other && other.Revision != before.Pack)
            {
                return new Answer(before, unpinned, before.Version, false);
            }

            if (decision.Entries.IsEmpty)
            {
                if (request.Body is SignalBody.ReadCalendarAgain && decision is { Refusal: null, State: { } same })
                {
                    // No date has moved, but when the holders are next spoken to may have.
                    await store.SetDueAsync(same.Id, same.Version, Lifecycle.NextDue(rules, same), cancellationToken);
                }

                return new Answer(decision.State, decision.Refusal, decision.State?.Version ?? 0, false);
            }

            crashPoint?.Invoke(CrashPoints.Decided);
            var after = rules.After(decision.State!);
            var was = known?.Rows ?? (before is null ? [] : ReadModel.Model(own.Pack, before));
            var rows = ReadModel.Model(after.Pack, decision.State!);
            var commit = CommitOf(rules, after, known, request, decision, ReadModel.Difference(was, rows), await scoreRows.OfAsync(after.Pack, decision, cancellationToken), statesEvery);
            switch (await CommitAsync(commit, decision, known?.Stored ?? 0, rows))
            {
                case CommitOutcome.Committed:
                    crashPoint?.Invoke(CrashPoints.Committed);
                    woken?.Invoke(request.Case);
                    return new Answer(decision.State, decision.Refusal, decision.State!.Version, false) { Wrote = true };
                case CommitOutcome.Repeated when await FirstAnswerAsync(request, cancellationToken) is { } first:
                    return first;
                case CommitOutcome.Conflict when tries == MostTries:
                    throw new IOException($"{request.Case} changed {MostTries} times while it was being decided.");
            }
        }
    }

    /// <summary>A case as it stands, with the rulebook it is decided under; null where there is none.</summary>
    /// <exception cref="CaseParkedException">What is stored cannot be read; the case has been set aside.</exception>
    public async Task<(CaseState State, Rulebook Rules)?> FindAsync(CaseId id, CancellationToken cancellationToken)
    {
        var (known, rules, _) = await FindOrParkedAsync(id, cancellationToken);
        return known is null ? null : (known.State, rules!);
    }

    /// <summary>Whether a signal has been answered before.</summary>
    public async Task<bool> IsAnsweredAsync(SignalId signal, CancellationToken cancellationToken) =>
        await store.AnswerAsync(signal, cancellationToken) is not null;

    /// <summary>What would stand against a signal now, with nothing written; null where nothing would.</summary>
    public async Task<Refusal?> RefusalOfAsync(SignalRequest request, CancellationToken cancellationToken)
    {
        var found = await FindAsync(request.Case, cancellationToken);
        var own = found?.Rules ?? await rulebooks.ForAsync(PackOf(request.Body), cancellationToken);
        var (rules, lookedUp) = await RulesOfAsync(own, found?.State, request, cancellationToken);
        return (await DecideAsync(rules, found?.State, request, lookedUp)).Refusal;
    }

    // What joins a round is decided under the round's revision; a case that moves needs the one it moves to beside its own.
    private async Task<(Rulebook Rules, LookedUp LookedUp)> RulesOfAsync(
        Rulebook own, CaseState? before, SignalRequest request, CancellationToken cancellationToken)
    {
        var lookedUp = await lookUps.ForAsync(own, before, request.Body, request.ReceivedAt, cancellationToken);
        var rules = lookedUp.RoundPack is { } pinned && before is not null && pinned != before.Pack ? await rulebooks.ForAsync(pinned, cancellationToken) : own;
        return (request.Body is SignalBody.MoveToPack move ? rules with { Next = (await rulebooks.ForAsync(move.To, cancellationToken)).Policy } : rules, lookedUp);
    }

    private async Task<(KnownCase? Case, Rulebook? Rules, string? Parked)> FindOrParkedAsync(CaseId id, CancellationToken cancellationToken)
    {
        if (cache?.Find(id) is { } known)
        {
            return (known, await rulebooks.ForAsync(known.State.Pack, cancellationToken), null);
        }

        var mark = cache?.Mark(id) ?? 0;
        if (await store.LoadAsync(id, cancellationToken) is not { } stored)
        {
            return (null, null, null);
        }

        var (read, rules) = await ReadAsync(stored, cancellationToken);
        if (stored.Parked is null)
        {
            cache?.Loaded(id, read, mark);
        }

        return (read, rules, stored.Parked);
    }

    private async Task<(KnownCase Case, Rulebook Rules)> ReadAsync(StoredCase stored, CancellationToken cancellationToken)
    {
        try
        {
            var state = await JournalText.StateAsync(store, stored, cancellationToken);
            var kept = stored.Schema == JournalText.StateSchema ? stored.StateVersion : 0;
            return (new KnownCase(state, stored.Head, kept), await rulebooks.ForAsync(state.Pack, cancellationToken));
        }
        catch (Exception error) when (UnreadableCase.Is(error))
        {
            Log.Unreadable(logger, stored.Id.Value, error);
            var parked = await UnreadableCase.ParkAsync(store, stored, error);
            cache?.Forget(stored.Id);
            throw parked;
        }
    }

    private async Task ParkAsync(CaseId id, string why)
    {
        await store.ParkAsync(id, why, CancellationToken.None);
        cache?.Forget(id);
    }

    // A commit that failed may or may not have been written: what is known of the case is then asked of the store again.
    private async Task<CommitOutcome> CommitAsync(Commit commit, Decision decision, long stored, ImmutableArray<ModelRow> rows)
    {
        var (state, outcome) = (decision.State!, CommitOutcome.Conflict);
        cache?.Begun(commit.Case);
        fresh?.Keep(commit.Effects, decision.Effects, time.GetUtcNow());
        try
        {
            return outcome = await store.CommitAsync(commit);
        }
        finally
        {
            cache?.Ended(commit.Case, outcome == CommitOutcome.Committed ? new KnownCase(state, commit.Head, commit.StateStays ? stored : state.Version, rows) : null);
            if (outcome != CommitOutcome.Committed)
            {
                fresh?.LetGo(commit.Effects);
            }
        }
    }

    private async Task<Decision> DecideAsync(Rulebook rules, CaseState? before, SignalRequest request, LookedUp lookedUp)
    {
        var now = time.GetUtcNow();
        var at = before is not null && before.LastAt > now ? before.LastAt : now;
        var received = request.ReceivedAt < at ? request.ReceivedAt : at;
        try
        {
            return Lifecycle.Decide(rules, before, new Signal(request.Id, request.Case, received, at, request.Actor, request.Body, lookedUp));
        }
        catch (Exception error)
        {
            // The rules themselves failed: nothing of this case can be trusted to go on until somebody has looked.
            Log.Parked(logger, request.Case.Value, error);
            if (before is not null)
            {
                await ParkAsync(request.Case, $"{error.GetType().Name}: {error.Message}");
            }

            throw new CaseParkedException(request.Case, error.Message);
        }
    }

    private async Task<Answer?> FirstAnswerAsync(SignalRequest request, CancellationToken cancellationToken) =>
        await store.AnswerAsync(request.Id, cancellationToken) is { } first ? await RepeatAsync(request, first, cancellationToken) : null;

    // A repeat is answered as the first time. The state is today's: what the caller needs next is where the case is now.
    private async Task<Answer> RepeatAsync(SignalRequest request, SignalAnswer first, CancellationToken cancellationToken)
    {
        if (first.Case != request.Case || first.Body != request.Asked)
        {
            return new Answer(
                null, new Refusal("id-reused", "同一请求标识已用于另一请求。", "This idempotency key was used for another request."), 0, true);
        }

        var found = await FindAsync(first.Case, cancellationToken);
        return new Answer(found?.State, null, first.Version, true);
    }

    private static Commit CommitOf(
        Rulebook rules, Rulebook after, KnownCase? known, SignalRequest request, Decision decision, (ImmutableArray<IndexRow> Puts, ImmutableArray<IndexKey> Drops) rows,
        ImmutableArray<IndexRow> scores, int statesEvery)
    {
        var (before, state) = (known?.State, decision.State!);
        var stays = known is { Stored: > 0 and var stored } && state.Version - stored < statesEvery;
        var entries = ImmutableArray.CreateBuilder<StoredEntry>(decision.Entries.Length);
        var head = known?.Head ?? Chain.Start;
        foreach (var entry in decision.Entries)
        {
            var bytes = JournalText.Write(entry);
            var hash = Chain.Hash(state.Id, entry.Sequence, head.Span, bytes);
            entries.Add(new StoredEntry(entry.Sequence, bytes, head, hash));
            head = hash;
        }

        var puts = rows.Puts.ToBuilder();
        var added = ImmutableArray.CreateBuilder<CaseRow>();
        foreach (var entry in decision.Entries)
        {
            if ((entry.Pack == after.Pack?.Revision ? after.Pack : rules.Pack) is { } pack)
            {
                puts.AddRange(JournalRows.Lasting(pack, state, entry));
            }

            added.AddRange(JournalRows.Of(entry));
        }

        puts.AddRange(JournalRows.Reminders(state, decision.Effects));
        puts.AddRange(scores);
        if (decision.Accepted && request.Consumes is { } link)
        {
            added.Add(link);
        }

        var accepted = decision.Accepted;
        return new Commit(
            state.Id, state.Kind, before?.Version ?? 0, state.Version, stays ? default : JournalText.Write(state), JournalText.StateSchema, head,
            decision.NextDue, entries.ToImmutable(), [.. decision.Effects.Select((e, i) => Outbox(state, e, i))],
            added.ToImmutable(), accepted ? request.Confided : [], puts.ToImmutable(), rows.Drops,
            accepted && request.Body is not SignalBody.PassTime ? new SignalAnswer(request.Id, state.Id, state.Version, request.Asked) : null,
            accepted ? ClaimsOf(after.Pack, state, decision) : [])
        {
            StateStays = stays,
        };
    }

    private static ImmutableArray<KeyedRecord> ClaimsOf(Pack? pack, CaseState state, Decision decision)
    {
        var claims = ImmutableArray.CreateBuilder<KeyedRecord>();
        var changes = decision.Entries.SelectMany(e => e.Changes).ToList();
        if (changes.Any(c => c is Change.CaseOpened or Change.CaseAdopted))
        {
            claims.Add(Claims.Confirmed(Claims.Number(state.Number), state.Id));
        }

        if (pack is not null && state.Kind == CaseKinds.Zone && changes.Any(c => c is Change.StandingChanged or Change.StandingCorrected or Change.CaseAdopted))
        {
            // Taken at intake, so a draft that is given up has nothing to let go of. Whoever was refused or withdrew may
            // come again under the same name.
            var name = Claims.Name(pack.Id, state.Title);
            var rule = pack.Cases[state.Kind];
            if (!rule.Standing(state.Standing).Final)
            {
                claims.Add(Claims.Confirmed(name, state.Id));
            }
            else if (changes.OfType<Change.StandingChanged>().All(c => c.From != rule.Standings[0].Name))
            {
                claims.Add(Claims.Released(name, state.Id));
            }
        }

        foreach (var numbered in changes.OfType<Change.LetterNumbered>().Where(c => c.Number is not null))
        {
            claims.Add(Claims.Confirmed(Claims.DocumentNumber(numbered.Number!), state.Id, numbered.Letter));
        }

        return claims.ToImmutable();
    }

    private static OutboxEffect Outbox(CaseState state, Effect effect, int index)
    {
        var addressee = effect switch
        {
            Effect.Tell tell => ReadModel.Partition(tell.To),
            Effect.SendMessage message => message.To.Value,
            _ => "register",
        };
        var kind = effect switch
        {
            Effect.Tell => "tell",
            Effect.SendMessage => "message",
            _ => "ban",
        };
        return new OutboxEffect(
            effect.Id, state.Id, (state.Version * 1_000) + index, $"{state.Id}|{addressee}", kind,
            JsonSerializer.Serialize(effect, CaseJson.Stored.Effect), effect.NotBefore, 0, null, false);
    }

    private static PackRevision? PackOf(SignalBody body) => body switch
    {
        SignalBody.OpenCase b => b.Pack,
        SignalBody.AdoptCase b => b.Pack,
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Critical, Message = "Case {Case} is parked: deciding failed.")]
        public static partial void Parked(ILogger logger, string @case, Exception error);

        [LoggerMessage(Level = LogLevel.Critical, Message = "Case {Case} is parked: it cannot be read.")]
        public static partial void Unreadable(ILogger logger, string @case, Exception error);
    }
}
