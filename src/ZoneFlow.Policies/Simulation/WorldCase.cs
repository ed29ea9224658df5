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

    /// <summary>Of the journal, the lines of the plan's ledger.</summary>
    public ImmutableList<LedgerLine> Ledger { get; private set; } = [];

    /// <summary>Of the journal, the lines of the rosters.</summary>
    public ImmutableList<RosterLine> Rosters { get; private set; } = [];

    /// <summary>Of the journal, the other changes that are looked up again: scores of the panels that sit, entries in registers.</summary>
    public ImmutableList<Change> LookedUp { get; private set; } = [];

    public DateTimeOffset? NextDue { get; private set; }

    public WorldCase WithoutJournal(DateTimeOffset? nextDue) => new(State) { Answers = Answers, Ledger = Ledger, Rosters = Rosters, LookedUp = LookedUp, NextDue = nextDue };

    public void Take(Decision decision, DateTimeOffset? nextDue)
    {
        State = decision.State!;
        NextDue = nextDue;
        _journal.AddRange(decision.Entries);
        Ledger = Ledger.AddRange(decision.Entries.SelectMany(LedgerLine.Of));
        Rosters = Rosters.AddRange(decision.Entries.SelectMany(RosterLine.Of));
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
                case Change.ScoreGiven or Change.EntryRegistered:
                    LookedUp = LookedUp.Add(change);
                    break;
            }
        }
    }
}
