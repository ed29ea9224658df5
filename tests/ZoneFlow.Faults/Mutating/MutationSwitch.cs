using System.Reflection;

namespace ZoneFlow.Faults.Mutating;

/// <summary>The switch that stands in the mutated core, seen from outside.</summary>
internal sealed class MutationSwitch(Type type)
{
    private readonly FieldInfo _active = type.GetField("Active")!;
    private readonly FieldInfo _steps = type.GetField("Steps")!;
    private readonly FieldInfo _limit = type.GetField("Limit")!;
    private readonly FieldInfo _hit = type.GetField("Hit")!;

    /// <summary>The mutation that is awake; -1 for none.</summary>
    public int Active
    {
        get => (int)_active.GetValue(null)!;
        set => _active.SetValue(null, value);
    }

    /// <summary>Which mutations a test passes by, and how many steps it takes of the core.</summary>
    public (int[] Hits, long Steps) Passed(Action test)
    {
        var hits = new bool[100_000];
        _hit.SetValue(null, hits);
        var before = (long)_steps.GetValue(null)!;
        test();
        _hit.SetValue(null, null);
        return ([.. Enumerable.Range(0, hits.Length).Where(i => hits[i])], (long)_steps.GetValue(null)! - before);
    }

    /// <summary>Whether a test fails, or goes on for more than <paramref name="most"/> steps of the core.</summary>
    public bool Fails(LoadedTest test, long most)
    {
        _limit.SetValue(null, most == long.MaxValue ? most : (long)_steps.GetValue(null)! + most);
        try
        {
            test.Run();

            // A test may have caught what the limit threw; the limit is then gone.
            return most != long.MaxValue && (long)_limit.GetValue(null)! == long.MaxValue;
        }
        catch (Exception)
        {
            return true;
        }
    }
}
