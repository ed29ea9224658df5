using ZoneFlow.Core.Cases;

namespace ZoneFlow.Policies.Simulation;

/// <summary>Whether anybody is ever spoken to of what a procedure waits for.</summary>
internal static class Reminding
{
    /// <summary>
    /// Lets time pass in a world where nobody acts, until somebody is reminded of the procedure, asked again or told that it is late,
    /// or it goes on by itself.
    /// </summary>
    public static bool Speaks(World world, CaseId id, Procedure procedure, DateTimeOffset end)
    {
        var told = world.Mails.Count;
        while (world.State(id).Procedure(procedure.Id) is { } now && now.Visit == procedure.Visit)
        {
            if (world.Mails.Skip(told).Any(m => m.Procedure == procedure.Id))
            {
                return true;
            }

            told = world.Mails.Count;
            if (world.NextDue is not { } next || next > end)
            {
                return false;
            }

            world.AdvanceTo(next);
        }

        return true;
    }
}
