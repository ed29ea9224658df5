using System.Collections.Immutable;

namespace ZoneFlow.Runtime.Orchestrating;

/// <summary>What an orchestration does after a look. Then it looks again, unless it has ended.</summary>
public abstract record ZoneStep
{
    private ZoneStep()
    {
    }

    /// <summary>Run these effects, one after the other.</summary>
    public sealed record Run(ImmutableArray<string> Effects) : ZoneStep;

    /// <summary>Wait for the instant or a wake-up, whichever comes first.</summary>
    public sealed record Wait(DateTime Until) : ZoneStep;

    /// <summary>There is nothing to look after.</summary>
    public sealed record End : ZoneStep;

    /// <summary>The courier's next step: nothing but what was found decides it.</summary>
    public static ZoneStep After(ZoneLook look) => look switch
    {
        { IsThere: false } => new End(),
        { Effects.IsEmpty: true } => new Wait(look.Next),
        _ => new Run(look.Effects),
    };
}
