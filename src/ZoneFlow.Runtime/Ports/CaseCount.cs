using ZoneFlow.Runtime.Projection;

namespace ZoneFlow.Runtime.Ports;

/// <summary>How many cases stand alike and have the same next last day.</summary>
/// <param name="Next">The next last day; null where there is none.</param>
public sealed record CaseCount(CaseOutline Outline, DateOnly? Next, int Count);
