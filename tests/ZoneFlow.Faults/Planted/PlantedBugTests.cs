namespace ZoneFlow.Faults.Planted;

public sealed class PlantedBugTests
{
    private const string Table = "tests/ZoneFlow.Faults/Planted/README.md";

    [Fact]
    public void EveryBug_StillFindsItsPlace()
    {
        foreach (var bug in PlantedBugs.All)
        {
            var text = File.ReadAllText(Path.Combine(Planting.Repository, "src", bug.File));
            Assert.NotEqual(text, Planting.Plant(text, bug));
        }

        Assert.Equal(PlantedBugs.All.Count, PlantedBugs.All.Select(b => b.Name).Distinct().Count());
    }

    // Written anew with ZONEFLOW_GOLDEN set to anything.
    [Fact]
    public void Table_NamesEveryBugAndItsCheck()
    {
        var table = string.Join('\n',
        [
            "# Planted bugs", "",
            "Each is planted in a copy of the sources, built, and must be noticed by the check named for it: `dotnet run --project tests/ZoneFlow.Faults -- --planted`. The table is held by `PlantedBugTests`.", "",
            "| Planted bug | In `src/` | Check that must notice it |", "| --- | --- | --- |",
            .. PlantedBugs.All.Select(b => $"| {b.Name} | `{b.File}` | {Words(b.Check)} |"), "",
        ]);
        var file = Path.Combine(Planting.Repository, Table);
        if (Environment.GetEnvironmentVariable("ZONEFLOW_GOLDEN") is not null)
        {
            File.WriteAllText(file, table);
        }

        Assert.Equal(table, File.ReadAllText(file));
    }

    private static string Words(Check check) => check switch
    {
        Check.Life { Says.Length: > 0 } life => $"a faulty life among {life.Seeds}, which says \"{life.Says}\"",
        Check.Life life => $"a faulty life among {life.Seeds} breaks a promise",
        Check.Test test => $"`{test.Name}…` of `{test.Project}`",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
