namespace ZoneFlow.Faults.Planted;

/// <summary>A mistake that somebody could make: one line of the program replaced by a wrong one, and the check that must notice.</summary>
/// <param name="Name">What is wrong, in a few words.</param>
/// <param name="File">Below src.</param>
/// <param name="Find">Stands in the file exactly once.</param>
/// <param name="Check">What notices it.</param>
internal sealed record PlantedBug(string Name, string File, string Find, string Replace, Check Check);

/// <summary>What notices a planted bug.</summary>
internal abstract record Check
{
    private Check()
    {
    }

    /// <summary>Lives of this project end with a message that says so.</summary>
    internal sealed record Life(string Says, int Seeds = 60) : Check;

    /// <summary>A test of another project fails.</summary>
    internal sealed record Test(string Project, string Name) : Check;
}
