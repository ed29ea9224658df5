using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>
/// Many cases living in memory under one pack and a clock that is a value: timers fire in order of their due times, messages
/// are delivered at once and in order, mails and bans are kept. Ids count up, so the same calls give the same journals.
/// After every decision it folds the new entries and throws where the fold is not the state.
/// </summary>
public sealed class World(Pack pack, WorkingCalendar calendar, DateTimeOffset start)
{
    private readonly Dictionary<CaseId, WorldCase> _cases = [];
    private readonly List<WorldEntry> _log = [];
    private readonly List<Effect.Tell> _mails = [];
    private readonly List<(CaseId From, Effect.RegisterBan Ban)> _bans = [];
    private readonly Queue<(CaseId From, Effect.SendMessage Message)> _outbox = [];
    private readonly List<Signal> _signals = [];
    private int _ids;

    public Rulebook Rules { get; private set; } = new(pack, calendar, Rulebook.UsualOpening);

    public DateTimeOffset Now { get; private set; } = start;

    public DateOnly Today => CivilDate.Of(Now);

    /// <summary>While true the clock moves and no timer fires by itself, as in a server's downtime.</summary>
    public bool IsAsleep { get; set; }

    /// <summary>While true every journal is folded again and held against the state it should give.</summary>
    public bool ChecksFolds { get; init; } = true;

    /// <summary>The cases in the order they were opened.</summary>
    public IEnumerable<CaseState> Cases => _cases.Values.Select(c => c.State);

    /// <summary>Every entry of every case, in the order decided.</summary>
    public IReadOnlyList<WorldEntry> Log => _log;

    /// <summary>Every signal that was not merely time passing, in the order decided, refused ones too.</summary>
    public IReadOnlyList<Signal> Signals => _signals;

    public IReadOnlyList<Effect.Tell> Mails => _mails;

    /// <summary>The office's register of bans, as corrected.</summary>
    public IEnumerable<Effect.RegisterBan> Bans => _bans.Select(b => b.Ban);

    /// <summary>The 统一社会信用代码 of the parties that have one.</summary>
    public IDictionary<PartyId, string> Codes { get; } = new Dictionary<PartyId, string>();

    public bool Has(CaseId id) => _cases.ContainsKey(id);

    public CaseState State(CaseId id) => _cases[id].State;

    public IReadOnlyList<Entry> Journal(CaseId id) => _cases[id].Journal;

    /// <summary>The form's answers as they were last saved.</summary>
    public ImmutableSortedDictionary<string, FieldValue> Answers(CaseId id) => _cases[id].Answers;

    /// <summary>A plan's ledger so far: its versions and drafts, the values filed and verified, the funds entered.</summary>
    internal PlanBook Book(CaseId id) => _cases[id].Ledger is { IsEmpty: false } lines ? PlanBook.Of(lines) : PlanBook.Empty;

    /// <summary>Another world that stands as this one does and goes its own way: its cases and bans, without their past.</summary>
    /// <param name="under">The rules it goes on by; the same where null.</param>
    public World Fork(Pack? under = null)
    {
        var rules = under is null ? Rules : new Rulebook(under, Rules.Calendar, Rules.Opening);
        var fork = new World(rules.Policy, rules.Calendar, Now) { Rules = rules, IsAsleep = IsAsleep, ChecksFolds = false, _ids = _ids };
        fork._bans.AddRange(_bans);
        foreach (var (id, one) in _cases)
        {
            fork._cases.Add(id, one.WithoutJournal(under is null ? one.NextDue : Lifecycle.NextDue(rules, one.State)));
        }

        return fork;
    }

    /// <summary>The next instant at which something happens by itself, or null where nothing ever will.</summary>
    public DateTimeOffset? NextDue => _cases.Values.Min(c => c.NextDue);

    /// <summary>Sends a signal now. What has come due in any case goes first, unless the world is asleep.</summary>
    /// <param name="receivedAt">When its last byte arrived; now where null.</param>
    public Decision Send(CaseId to, Actor actor, SignalBody body, DateTimeOffset? receivedAt = null)
    {
        AdvanceTo(Now);
        var lookedUp = new LookUps(this).For(_cases.GetValueOrDefault(to), body);
        var signal = new Signal(new SignalId($"s{++_ids:D6}"), to, receivedAt ?? Now, Now, actor, body, lookedUp);
        var decision = Decide(signal);
        Deliver();
        return decision;
    }

    /// <summary>Moves the clock forward; whatever comes due on the way is decided at its own instant.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        while (!IsAsleep && Due(instant) is { } due)
        {
            if (due.NextDue > Now)
            {
                Now = due.NextDue!.Value;
            }

            Wake(due.State.Id);
            if (due.NextDue <= Now)
            {
                throw new InvalidOperationException($"{due.State.Id} still waits for {due.NextDue:O} at {Now:O}.");
            }
        }

        if (instant > Now)
        {
            Now = instant;
        }
    }

    /// <summary>Moves the clock to the next due time; false where nothing waits.</summary>
    public bool AdvanceToNextDue()
    {
        if (NextDue is not { } next)
        {
            return false;
        }

        AdvanceTo(next);
        return true;
    }

    /// <summary>Puts another calendar in use: every running deadline is computed again.</summary>
    public void LoadCalendar(WorkingCalendar now)
    {
        AdvanceTo(Now);
        Rules = Rules with { Calendar = now };
        foreach (var id in _cases.Keys.ToList())
        {
            Send(id, Actor.System, new SignalBody.ReadCalendarAgain());
        }
    }

    private WorldCase? Due(DateTimeOffset instant) =>
        _cases.Values.Where(c => c.NextDue <= instant).OrderBy(c => c.NextDue).FirstOrDefault();

    private void Wake(CaseId id)
    {
        Decide(Signal.By(new SignalId($"s{++_ids:D6}"), id, Now, Actor.System, new SignalBody.PassTime()));
        Deliver();
    }

    private void Deliver()
    {
        while (_outbox.TryDequeue(out var sent))
        {
            var (from, message) = sent;
            var body = new SignalBody.HearMessage(from, message.FromKind, message.Sequence, message.Say, message.With);
            var heard = Decide(Signal.By(new SignalId(message.Id), message.To, Now, Actor.System, body));
            if (heard.Refusal is { } refusal)
            {
                throw new InvalidOperationException($"{message.To} refused {message.Say} from {from}: {refusal.Rule}.");
            }
        }
    }

    private Decision Decide(Signal signal)
    {
        if (signal.Body is not SignalBody.PassTime)
        {
            _signals.Add(signal);
        }

        var before = _cases.GetValueOrDefault(signal.Case);
        var decision = Lifecycle.Decide(Rules, before?.State, signal);
        if (decision.State is not { } state)
        {
            return decision;
        }

        if (ChecksFolds && Canonical.Text(decision.Entries.Aggregate(before?.State, (s, e) => Lifecycle.Apply(signal.Case, s, e))) != Canonical.Text(state))
        {
            throw new InvalidOperationException($"The fold of {signal.Case}'s journal is not its state after {signal.Body.GetType().Name}.");
        }

        if (before is null)
        {
            _cases[signal.Case] = before = new WorldCase(state);
        }

        before.Take(decision, Lifecycle.NextDue(Rules, state));
        _log.AddRange(decision.Entries.Select(e => new WorldEntry(signal.Case, e)));
        foreach (var effect in decision.Effects)
        {
            Keep(signal.Case, effect);
        }

        return decision;
    }

    private void Keep(CaseId from, Effect effect)
    {
        switch (effect)
        {
            case Effect.Tell mail:
                _mails.Add(mail);
                break;
            case Effect.RegisterBan ban:
                _bans.RemoveAll(b => b.From == from && (b.Ban.Number, b.Ban.Subject, b.Ban.WarnsOnly) == (ban.Number, ban.Subject, ban.WarnsOnly));
                _bans.AddRange(ban.Lifted ? [] : [(from, ban)]);
                break;
            case Effect.SendMessage message:
                _outbox.Enqueue((from, message));
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
