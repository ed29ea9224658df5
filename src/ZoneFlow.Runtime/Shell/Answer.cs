using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Shell;

/// <summary>What a signal was answered.</summary>
/// <param name="State">The case after it, or as it stands where it was refused.</param>
/// <param name="Refusal">Why it was refused, or null.</param>
/// <param name="Version">The version of the case that holds the answer.</param>
/// <param name="Repeated">The signal had been answered before; nothing was done again.</param>
public sealed record Answer(CaseState? State, Refusal? Refusal, long Version, bool Repeated)
{
    public bool Accepted => Refusal is null;

    /// <summary>Something was journalled now: by the signal, or by timers that had come due before it.</summary>
    public bool Wrote { get; init; }
}
