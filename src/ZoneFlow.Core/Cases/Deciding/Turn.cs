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

    public Rulebook Rules { get; } = rules;

    public Pack Pack => Rules.Policy;

    public WorkingCalendar Calendar => Rules.Calendar;

    public Signal Signal { get; } = signal;

    /// <summary>The instant of the entry being written.</summary>
    public DateTimeOffset At { get; private set; } = signal.At;

    /// <summary>The instant that lateness is judged by and that "today" is the civil date of.</summary>
    public DateTimeOffset Received { get; private set; } = signal.ReceivedAt;

    public DateOnly Today => CivilDate.Of(Received);

    public bool IsOpen => _state is not null;

    public CaseState State => _state ?? throw new InvalidOperationException("The case is not open yet.");

    public CaseRule Case => Pack.Cases[State.Kind];

    public bool HasChanges => _changes.Count > 0;

    public void Begin(DateTimeOffset at, DateTimeOffset received)
    {
        At = _state is null || at > _state.LastAt ? at : _state.LastAt;
        Received = received;
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

    public void Close(string cause, Actor actor, LookedUp? lookedUp)
    {
        if (!HasChanges)
        {
            return;
        }

        var entry = new Entry(
            (_before?.Version ?? 0) + 1, At, Received, cause, actor, Rules.Pack?.Revision, Calendar.Revision,
            Rulebook.RulesVersion, lookedUp, [.. _changes]);
        _state = State with { Version = entry.Sequence, LastAt = At };
        _entries.Add(entry);
        _changes.Clear();
    }

    /// <summary>Adds an effect under the next deterministic id: case, entry, index.</summary>
    public void Effect(Func<string, Effect> make) =>
        _effects.Add(make($"{Signal.Case}/{(_before?.Version ?? 0) + 1}/{_effects.Count - _effectsBefore + 1}"));

    public Decision Decision(Refusal? refusal) => new(_state, [.. _entries], [.. _effects], refusal);
}
