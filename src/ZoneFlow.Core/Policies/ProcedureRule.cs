using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>How a procedure tells its runs apart.</summary>
public enum ProcedureRuns
{
    /// <summary>Once in a case's life, or one at a time.</summary>
    OneAtATime,

    /// <summary>As many as are opened.</summary>
    Many,

    /// <summary>One for each value of a key it is started with.</summary>
    Keyed,
}

/// <summary>A small statechart. A case is the set of procedures running for it.</summary>
/// <param name="Key">For a keyed procedure: the start value that is its key.</param>
/// <param name="Anywhere">Transitions that hold in every stage that is not an end.</param>
/// <param name="Blocks">Actions refused while this runs, as procedure and action; timers and messages go on.</param>
public sealed record ProcedureRule(
    string Name,
    Label Label,
    string Case,
    string First,
    ProcedureRuns Runs,
    string? Key,
    bool PerItem,
    OpeningRule? OpenedBy,
    ImmutableArray<TransitionRule> Anywhere,
    ImmutableArray<(string Procedure, string Action)> Blocks,
    ImmutableArray<StageRule> Stages,
    Source? Source)
{
    public StageRule Stage(string name)
    {
        foreach (var stage in Stages)
        {
            if (stage.Name == name)
            {
                return stage;
            }
        }

        throw new InvalidOperationException($"The procedure {Name} has no stage {name}.");
    }
}
