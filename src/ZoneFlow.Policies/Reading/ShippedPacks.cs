using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>The packs that stand beside the program, one folder each.</summary>
public static class ShippedPacks
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Packs");

    /// <summary>Their names in ordinal order.</summary>
    public static IEnumerable<string> Names =>
        Directory.Exists(Folder)
            ? Directory.EnumerateDirectories(Folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)
            : [];

    public static PackReading Load(string name)
    {
        var reading = PackFolder.Read(Path.Combine(Folder, name));
        return reading.Pack is { } pack && pack.Id != name
            ? reading with { Pack = null, Problems = [new Problem(name, 0, $"The folder '{name}' holds the pack '{pack.Id}'; both must bear one name.")] }
            : reading;
    }
}
