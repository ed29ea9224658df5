namespace ZoneFlow.Policies.Tests;

/// <summary>The journals printed in the README are those that the scripts give.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData("operation")]
    [InlineData("revocation")]
    public void Readme_Journals_AreTheScriptsOwn(string script)
    {
        var journal = File.ReadAllText(Path.Combine(Repository.Root, "tests", "ZoneFlow.Policies.Tests", "Golden", $"liaoning-2025.{script}.yaml.txt"));

        Assert.Contains(journal.TrimEnd(), File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);
    }
}
