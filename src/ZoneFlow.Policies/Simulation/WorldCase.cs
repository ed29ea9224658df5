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

    /// <summary>Of the journal, the changes that are looked up again: scores of the panels that sit, values, funds, entries in registers.</summary>
    public ImmutableList<Change> LookedUp { get; private set; } = [];

    public DateTimeOffset? NextDue { get; private set; }

    public WorldCase WithoutJournal(DateTimeOffset? nextDue) => new(State) { Answers = Answers, LookedUp = LookedUp, NextDue = nextDue };

    public void Take(Decision decision, DateTimeOffset? nextDue)
    {
        State = decision.State!;
        NextDue = nextDue;
        _journal.AddRange(decision.Entries);
        foreach (var change in decision.Entries.SelectMany(e => e.Changes))
        {
            switch (change)
            {
                case Change.AnswersSaved saved:
                    Answers = Answers.SetItems(saved.Answers);
                    break;
                case Change.StageEntered entered when !LookedUp.IsEmpty:
                    // A panel that was left and entered again scores anew.
                    LookedUp = LookedUp.RemoveAll(c => c is Change.ScoreGiven score && score.Procedure == entered.Procedure);
                    break;
                case Change.ScoreGiven or Change.EntryRegistered or Change.ValuesFiled or Change.ValuesVerified or Change.FundsRecorded:
                    LookedUp = LookedUp.Add(change);
                    break;
            }
        }
    }
}
