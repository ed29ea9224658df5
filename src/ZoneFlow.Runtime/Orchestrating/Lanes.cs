using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Orchestrating;

/// <summary>Effects of one case to one addressee keep their order.</summary>
public static class Lanes
{
    /// <summary>The first of each lane; a parked one holds nobody up and heads nothing.</summary>
    public static IEnumerable<OutboxEffect> Heads(IEnumerable<OutboxEffect> effects) =>
        effects.Where(e => !e.Parked).GroupBy(e => e.Lane, StringComparer.Ordinal).Select(lane => lane.OrderBy(e => e.Order).First());
}
