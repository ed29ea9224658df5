using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Drawing;

/// <summary>The diagrams of a pack: an overview, and one for each procedure.</summary>
public static class Diagrams
{
    /// <summary>By name, the overview first.</summary>
    public static IEnumerable<string> NamesOf(Pack pack) => pack.Procedures.Select(p => p.Name).Prepend(Diagram.Overview);

    /// <summary>Null where the pack has no procedure of that name.</summary>
    public static Diagram? Of(Pack pack, string name) => name == Diagram.Overview
        ? OverviewDiagram.Of(pack)
        : pack.Procedures.FirstOrDefault(p => p.Name == name) is { } procedure ? ProcedureDiagram.Of(pack, procedure) : null;
}
