namespace ZoneFlow.Faults.Planted;

public sealed class PlantedBugTests
{
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
}
