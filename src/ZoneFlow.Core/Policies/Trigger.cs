namespace ZoneFlow.Core.Policies;

/// <summary>What sets a transition off.</summary>
public abstract record Trigger
{
    private Trigger()
    {
    }

    /// <summary>A person's action.</summary>
    public sealed record Action(string Name) : Trigger;

    /// <summary>The stage's own due date has passed.</summary>
    public sealed record Elapsed : Trigger;

    /// <summary>A public notice closed and nobody had objected to this entry.</summary>
    public sealed record EachUnopposed : Trigger;

    /// <summary>A public notice closed and somebody had objected to this entry.</summary>
    public sealed record EachOpposed : Trigger;

    /// <summary>Every role of a joint stage has signed.</summary>
    public sealed record AllSigned : Trigger;

    /// <summary>Another case said something.</summary>
    public sealed record Message(string From, string Say) : Trigger;

    /// <summary>The word that names it in a pack and in the journal.</summary>
    public string Word => this switch
    {
        Action a => a.Name,
        Elapsed => "elapsed",
        EachUnopposed => "each-unopposed",
        EachOpposed => "each-opposed",
        AllSigned => "all-signed",
        Message m => $"{m.From}.{m.Say}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
