using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Server.Commands;

/// <summary>The pack that a command names: one that ships, by name, or a folder.</summary>
internal static class NamedPack
{
    /// <summary>Null, with the reasons written, where there is none or it cannot be read.</summary>
    public static Pack? Load(string name, TextWriter errors)
    {
        if (!ShippedPacks.Names.Contains(name) && !Directory.Exists(name))
        {
            errors.WriteLine($"没有政策“{name}”。 There is no pack '{name}'. These ship: {string.Join(", ", ShippedPacks.Names)}.");
            return null;
        }

        var reading = ShippedPacks.Names.Contains(name) ? ShippedPacks.Load(name) : PackFolder.Read(name);
        foreach (var problem in reading.Problems)
        {
            errors.WriteLine(problem);
        }

        return reading.Pack;
    }
}
