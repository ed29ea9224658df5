using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>One diagram of a pack, drawn at an address of its own.</summary>
/// <param name="Says">What the drawing shows, for whoever does not see it.</param>
public sealed record DiagramLine(string Name, Label Label, string Says, string SvgHref, string MermaidHref);
