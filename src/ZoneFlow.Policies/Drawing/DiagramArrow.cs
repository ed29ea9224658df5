using System.Collections.Immutable;

namespace ZoneFlow.Policies.Drawing;

/// <param name="Lines">One for each way that leads from the one box to the other by the same cause.</param>
public sealed record DiagramArrow(string From, string To, ArrowKind Kind, ImmutableArray<string> Lines);
