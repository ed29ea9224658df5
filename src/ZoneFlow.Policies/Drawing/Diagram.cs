using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Drawing;

/// <summary>Boxes and arrows, before anybody has said where on the paper.</summary>
/// <param name="Name">The procedure drawn, or <c>overview</c>.</param>
/// <param name="Under">The policy that it is drawn from.</param>
public sealed record Diagram(string Name, Label Title, string Under, ImmutableArray<DiagramBox> Boxes, ImmutableArray<DiagramArrow> Arrows)
{
    public const string Overview = "overview";
}
