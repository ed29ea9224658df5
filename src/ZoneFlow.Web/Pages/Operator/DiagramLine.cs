using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>One diagram of a pack.</summary>
/// <param name="Svg">The drawing itself, made by the server from the pack with every word of it escaped.</param>
public sealed record DiagramLine(string Name, Label Label, string Svg, string SvgHref, string MermaidHref);
