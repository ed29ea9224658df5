namespace ZoneFlow.Core.Policies;

/// <summary>Where a transition leads.</summary>
public abstract record Destination
{
    private Destination()
    {
    }

    public sealed record Stage(string Name) : Destination;

    /// <summary>To the stage that sent the file back.</summary>
    public sealed record Back : Destination;

    /// <summary>Nowhere: the stage goes on, on the same visit.</summary>
    public sealed record Stay : Destination;
}
