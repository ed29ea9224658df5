namespace ZoneFlow.Core.Policies;

/// <summary>Which other cases a message goes to.</summary>
public abstract record Recipients
{
    private Recipients()
    {
    }

    /// <summary>The case joined under this name, such as the round of a zone.</summary>
    public sealed record Linked(string Name) : Recipients;

    /// <summary>The item that the step is about.</summary>
    public sealed record ThisItem : Recipients;

    /// <summary>The items chosen by an input.</summary>
    public sealed record Chosen(string Input) : Recipients;

    /// <summary>Every item in a state, or every item at all where no state is named.</summary>
    public sealed record Items(string? State) : Recipients;
}
