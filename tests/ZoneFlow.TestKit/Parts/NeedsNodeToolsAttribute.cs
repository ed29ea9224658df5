namespace ZoneFlow.TestKit.Parts;

/// <summary>Node with what tests/tools names: other people's readers of our pages and feeds.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsNodeToolsAttribute : NeedsAttribute
{
    private static readonly Lazy<string?> Found = new(Find);

    /// <summary>The folder of the installed modules; null where they are not installed.</summary>
    public static string? Modules => Found.Value;

    public override string? WhyMissing => Modules is null ? "axe-core and ical.js are not installed (npm install --prefix tests/tools)" : null;

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var modules = Path.Combine(at.FullName, "tests", "tools", "node_modules");
            if (Directory.Exists(Path.Combine(modules, "axe-core")) && Directory.Exists(Path.Combine(modules, "ical.js")))
            {
                return modules;
            }
        }

        return null;
    }
}
