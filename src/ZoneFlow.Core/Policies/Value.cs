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

    /// <summary>The civil date on which the signal was received.</summary>
    public sealed record Today : Value;
}
