using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>
/// One decision in the making: the state so far, what has changed since the entry began, and the steps that
/// still wait in the one queue. Values in, values out; nothing outlives the call.
/// </summary>
internal sealed class Turn(Rulebook rules, CaseState? state, Signal signal)
{
    private const int MostSteps = 100;

    private readonly List<Entry> _entries = [];
    private readonly List<Effect> _effects = [];
    private readonly List<Change> _changes = [];
    private readonly Queue<Action> _queue = [];
    private CaseState? _state = state;
    private CaseState? _before = state;
    private int _effectsBefore;
    private int _steps;

    /// <summary>Another once the case has moved to another revision of its pack.</summary>
    public Rulebook Rules { get; set; } = rules;

    public Pack Pack => Rules.Policy;

    public WorkingCalendar Calendar => Rules.Calendar;

    public Signal Signal { get; } = signal;

    /// <summary>The instant of the entry being written.</summary>
    public DateTimeOffset At { get; private set; } = signal.At;

    /// <summary>The instant that lateness is judged by and that "today" is the civil date of.</summary>
    public DateTimeOffset Received { get; private set; } = signal.ReceivedAt;

    /// <summary>Who is behind the entry being written: the signal's actor, or the system for a timer.</summary>
    public Actor Actor { get; private set; } = signal.Actor;

    public DateOnly Today => CivilDate.Of(Received);

    /// <summary>When a mail may go out: at once where a person acted, at the opening of a working day where time did.</summary>
    public DateTimeOffset NotBefore => Actor.How == SignedIn.System ? Dates.Opening(Rules, At) : At;

    public bool IsOpen => _state is not null;

    public CaseState State => _state ?? throw new InvalidOperationException("The case is not open yet.");

    public CaseRule Case => Pack.Cases[State.Kind];

    public bool HasChanges => _changes.Count > 0;

    /// <summary>Whether the entry being written already holds such a change.</summary>
    public bool HasChanged<T>(Func<T, bool> such) where T : Change => _changes.OfType<T>().Any(such);

    /// <summary>Begins the entry of a signal; null for a timer, whose instant is its own unless the journal is already past it.</summary>
    public void Begin(DateTimeOffset at, Signal? signal)
    {
        At = _state is null || at > _state.LastAt ? at : _state.LastAt;
        Received = signal?.ReceivedAt ?? At;
        Actor = signal?.Actor ?? Actor.System;
        _before = _state;
        _effectsBefore = _effects.Count;
        _changes.Clear();
    }

    public void Record(Change change)
    {
        _state = Lifecycle.Apply(Signal.Case, _state, change);
        _changes.Add(change);
    }

    /// <summary>Puts a step at the end of the one queue, so that no procedure starts another in the middle of its own.</summary>
    public void Later(Action step) => _queue.Enqueue(step);

    public void RunQueue()
    {
        while (_queue.TryDequeue(out var step))
        {
            if (++_steps > MostSteps)
            {
                throw new InvalidOperationException($"More than {MostSteps} steps followed from one signal: the pack has a loop.");
            }

            step();
        }
    }

    /// <summary>Takes back what the entry has done so far: the signal was refused.</summary>
    public void Discard()
    {
        _state = _before;
        _effects.RemoveRange(_effectsBefore, _effects.Count - _effectsBefore);
        _changes.Clear();
        _queue.Clear();
    }

    public void Close(string cause, LookedUp? lookedUp)
    {
        if (!HasChanges)
        {
            return;
        }

        var entry = new Entry(
            (_before?.Version ?? 0) + 1, At, Received, cause, Actor, Rules.Pack?.Revision, Calendar.Revision,
            Rulebook.RulesVersion, lookedUp, [.. _changes]);
        _state = State with { Version = entry.Sequence, LastAt = At };
        _entries.Add(entry);
        _changes.Clear();
    }

    /// <summary>Adds an effect under the next deterministic id: case, entry, index.</summary>
    public void Effect(Func<string, Effect> make) =>
        _effects.Add(make($"{Signal.Case}/{(_before?.Version ?? 0) + 1}/{_effects.Count - _effectsBefore + 1}"));

    /// <param name="nextDue">When the state so reached next moves by itself.</param>
    public Decision Decision(Refusal? refusal, DateTimeOffset? nextDue) => new(_state, [.. _entries], [.. _effects], refusal) { NextDue = nextDue };
}
