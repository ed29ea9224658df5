using System.Collections.Immutable;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Policies.Simulation;

/// <summary>One case of a world: its state, its journal, its form's answers and when it next does something by itself.</summary>
internal sealed class WorldCase(CaseState state)
{
    private readonly List<Entry> _journal = [];

    public CaseState State { get; private set; } = state;

    public IReadOnlyList<Entry> Journal => _journal;

    public ImmutableSortedDictionary<string, FieldValue> Answers { get; private set; } =
        ImmutableSortedDictionary.Create<string, FieldValue>(StringComparer.Ordinal);

    public DateTimeOffset? NextDue { get; private set; }

    public WorldCase WithoutJournal() => new(State) { Answers = Answers, NextDue = NextDue };

    public void Take(Decision decision, DateTimeOffset? nextDue)
    {
        State = decision.State!;
        NextDue = nextDue;
        _journal.AddRange(decision.Entries);
        foreach (var saved in decision.Entries.SelectMany(e => e.Changes).OfType<Change.AnswersSaved>())
        {
            Answers = Answers.SetItems(saved.Answers);
        }
    }
}
