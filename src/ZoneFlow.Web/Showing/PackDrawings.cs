using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Showing;

/// <summary>Draws a pack's diagrams by name, <c>overview</c> or a procedure's; null where there is none. The head brings it.</summary>
public sealed record PackDrawings(Func<Pack, string, string?> Svg, Func<Pack, string, string?> Mermaid)
{
    /// <summary>Whether this head draws at all: each pack has then an overview and a diagram of each procedure.</summary>
    public bool Draws { get; init; } = true;

    public const string Overview = "overview";

    public static PackDrawings None { get; } = new((_, _) => null, (_, _) => null) { Draws = false };
}
