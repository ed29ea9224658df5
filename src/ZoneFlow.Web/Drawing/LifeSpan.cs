using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Drawing;

/// <summary>How long a case had one standing.</summary>
/// <param name="Until">The last day, or null where it still has it.</param>
public sealed record LifeSpan(Label Standing, bool Final, DateOnly From, DateOnly? Until);
