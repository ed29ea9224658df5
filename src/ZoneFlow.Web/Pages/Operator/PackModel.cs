using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>A pack with its diagrams.</summary>
public sealed record PackModel(PageFrame Frame, Label Title, string Issuer, string Revision, IReadOnlyList<DiagramLine> Diagrams) : PageModel(Frame);
