namespace ZoneFlow.Core.Policies;

/// <summary>Where a step takes a value from.</summary>
public abstract record Value
{
    private Value()
    {
    }

    /// <summary>Written in the pack.</summary>
    public sealed record Literal(string Text) : Value;

    /// <summary>An input of the action, or a value that the procedure was started with: <c>$name</c> in a pack.</summary>
    public sealed record Given(string Name) : Value;

    /// <summary>A date of the round that was looked up for the action: <c>round.closes</c> in a pack.</summary>
    public sealed record OfRound(string Mark) : Value;

    /// <summary>The civil date on which the signal was received.</summary>
    public sealed record Today : Value;
}
