using System.Xml.Linq;

namespace ZoneFlow.Policies.Tests;

/// <summary>Who may know whom, held against the project files: Core knows nobody, and the heads do not know each other.</summary>
public sealed class LayoutTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["ZoneFlow.Core"] = [],
        ["ZoneFlow.Policies"] = ["ZoneFlow.Core"],
        ["ZoneFlow.Runtime"] = ["ZoneFlow.Core"],
        ["ZoneFlow.Web"] = ["ZoneFlow.Runtime"],
        ["ZoneFlow.Server"] = ["ZoneFlow.Web", "ZoneFlow.Runtime", "ZoneFlow.Policies"],
        ["ZoneFlow.Functions"] = ["ZoneFlow.Web", "ZoneFlow.Runtime", "ZoneFlow.Policies"],
    };

    // One each in its folder; a build of the Azure head leaves another of its own among its intermediate files.
    public static TheoryData<string> Projects => [.. Directory.EnumerateDirectories(Source).SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))];

    private static string Source => Path.Combine(Repository.Root, "src");

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_OnlyWhatTheDesignAllows(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var references = XDocument.Load(path).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Empty(references.Except(Allowed[name]));
    }

    [Fact]
    public void Core_Packages_AreAnalyzersAlone()
    {
        var packages = XDocument.Load(Path.Combine(Source, "ZoneFlow.Core", "ZoneFlow.Core.csproj")).Descendants("PackageReference");

        Assert.All(packages, p => Assert.Equal("all", p.Attribute("PrivateAssets")?.Value));
    }
}
