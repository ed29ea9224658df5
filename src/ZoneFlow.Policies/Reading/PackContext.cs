using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>What the readers of one pack share: the problems, the places, the names, and the norms that stages inherit.</summary>
internal sealed class PackContext(ProblemList problems, PackPositions positions)
{
    public ProblemList Problems { get; } = problems;

    public PackPositions Positions { get; } = positions;

    public NameBook Names { get; } = new();

    public Norms Norms { get; set; } = Norms.None;

    /// <summary>Keeps the construct's place and its name; a name that already stands elsewhere is a problem.</summary>
    public void Declare(string path, YamlNode at)
    {
        if (!Positions.TryAdd(path, new Place(at.File, at.Line)))
        {
            at.Report($"'{path}' is already written at {Positions.Of(path)}.");
        }
    }
}
