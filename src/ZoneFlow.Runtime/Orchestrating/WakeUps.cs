using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Tables;

namespace ZoneFlow.Runtime.Orchestrating;

/// <summary>Who is to be woken after a request, and how.</summary>
public static class WakeUps
{
    public const string Event = "wake";

    // The host's own names of states in which an instance still takes events.
    private static readonly HashSet<string> Living = new(StringComparer.Ordinal) { "Pending", "Running", "Suspended", "ContinuedAsNew" };

    /// <summary>The instance of a case: one for its whole life.</summary>
    public static string Instance(CaseId id) => $"zone-{TableKey.Part(id.Value)}";

    /// <param name="status">The instance's state by the host's name, or null where there is none.</param>
    public static WakeUpStep Of(string? status) => status is not null && Living.Contains(status) ? WakeUpStep.Raise : WakeUpStep.Start;
}
