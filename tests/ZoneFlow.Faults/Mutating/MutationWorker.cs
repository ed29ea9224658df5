using System.Text.Json;

namespace ZoneFlow.Faults.Mutating;

/// <summary>
/// A process that tries mutations one after another against the tests that reach them, and says on standard output what it
/// begins and what came of it: K killed, S survived, N reached by no test. Where it dies or hangs, whoever started it goes on
/// with the next in another.
/// </summary>
internal sealed class MutationWorker
{
    private const int Again = 250;

    // A walk over a whole policy takes as long as a thousand other tests, and finds what they find. In milliseconds of processor time.
    private const double LongestTest = 2_500;

    // What is awake from the beginning has no count of its own to be held against.
    private const long FreshSteps = 400_000_000;

    private readonly string _folder;
    private readonly TextWriter _say;
    private readonly double _most;
    private readonly LoadedTests _tests;
    private readonly Dictionary<string, LoadedTest> _byKey;

    private MutationWorker(string folder, string[] assemblies, double most, int awake, TextWriter say)
    {
        (_folder, _most, _say) = (folder, most, say);
        _tests = new LoadedTests(folder, assemblies, awake);
        _byKey = _tests.Found.ToDictionary(t => t.Key, StringComparer.Ordinal);
    }

    private string Coverage => Path.Combine(_folder, "coverage.json");

    /// <param name="seconds">After so much processor time of the tests that reach it a mutation counts as survived, though the rest might have found it.</param>
    /// <param name="fresh">One mutation that is awake from the beginning, for what is computed once in a process; otherwise null.</param>
    public static int Run(string folder, string[] assemblies, string todo, int seconds, int? fresh)
    {
        // What is said goes to the parent alone: tests may write, too.
        var say = Console.Out;
        Console.SetOut(TextWriter.Null);
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", folder + Path.DirectorySeparatorChar);
        try
        {
            var worker = new MutationWorker(folder, assemblies, seconds * 1000.0, fresh ?? -1, say);
            return fresh is { } id ? worker.TryFresh(id) : worker.TryEach(todo);
        }
        catch (Exception unfound) when (fresh is not null)
        {
            say.WriteLine($"K {fresh} the tests cannot be found ({unfound.GetBaseException().GetType().Name})");
            return 0;
        }
    }

    private int TryFresh(int id)
    {
        var known = JsonSerializer.Deserialize<List<TestRun>>(File.ReadAllText(Coverage))!.Where(r => r.Milliseconds < LongestTest).ToList();

        // First whoever passes by it; then the quick ones, for what was computed once is used by others than who computed it.
        var by = Within(known.OrderBy(r => r.Reaches(id) ? 0 : 1).ThenBy(r => r.Milliseconds))
            .FirstOrDefault(r => !_byKey.TryGetValue(r.Test, out var test) || _tests.Switch.Fails(test, FreshSteps));
        Say(by is null ? $"S {id}" : $"K {id} {(_byKey.TryGetValue(by.Test, out var killer) ? killer.Name : by.Test)}");
        return 0;
    }

    private int TryEach(string todo)
    {
        List<TestRun> known;
        if (File.Exists(Coverage))
        {
            known = JsonSerializer.Deserialize<List<TestRun>>(File.ReadAllText(Coverage))!;
            IsClean(known.Where(r => r.Milliseconds < LongestTest));
        }
        else
        {
            known = Measured();
            File.WriteAllText(Coverage, JsonSerializer.Serialize(known));
        }

        Say("R");
        var (tried, kills) = (0, new Dictionary<(string File, string Test), int>());
        foreach (var (id, file) in File.ReadAllLines(todo).Select(l => l.Split('\t')).Select(l => (int.Parse(l[0], null), l[1])))
        {
            Say($"B {id}");

            // What has killed in this file before goes first, then the quick ones.
            var reached = known.Where(r => Array.BinarySearch(r.Hits, id) >= 0).ToList();
            var killer = Within(reached.Where(r => r.Milliseconds < LongestTest)
                    .OrderBy(r => (r.Milliseconds + 1) / (1 + (20 * kills.GetValueOrDefault((file, r.Test))) + kills.GetValueOrDefault(("", r.Test)))))
                .FirstOrDefault(r => Kills(id, r));
            if (killer is not null)
            {
                kills[(file, killer.Test)] = kills.GetValueOrDefault((file, killer.Test)) + 1;
                kills[("", killer.Test)] = kills.GetValueOrDefault(("", killer.Test)) + 1;
            }

            Say(killer is not null ? $"K {id} {_byKey[killer.Test].Name}" : reached.Count > 0 ? $"S {id}" : $"N {id}");
            if (++tried % Again == 0 && !IsClean(known.Where(r => r.Milliseconds < 500)))
            {
                Say("X");
                return 1;
            }
        }

        return 0;
    }

    // Twice over: what is computed once in a process is then there, and no mutation can get into it.
    private List<TestRun> Measured()
    {
        var (once, runs) = (new Dictionary<string, int[]>(StringComparer.Ordinal), new List<TestRun>());
        foreach (var test in _tests.Found)
        {
            var fails = true;
            once[test.Key] = _tests.Switch.Passed(() => fails = _tests.Switch.Fails(test, long.MaxValue)).Hits;
            if (fails)
            {
                once.Remove(test.Key);
                Console.Error.WriteLine($"left out, it fails by itself here: {test.Name}");
            }
        }

        foreach (var test in _tests.Found.Where(t => once.ContainsKey(t.Key)))
        {
            var before = Environment.CpuUsage.TotalTime;
            var (hits, steps) = _tests.Switch.Passed(() => _tests.Switch.Fails(test, long.MaxValue));
            runs.Add(new TestRun(test.Key, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds, steps, hits, [.. once[test.Key].Except(hits)]));
        }

        Console.Error.WriteLine($"{runs.Count} tests, {runs.Sum(r => r.Milliseconds) / 1000:F0} s; {runs.Count(r => r.Milliseconds >= LongestTest)} of them too long to be asked");
        return runs;
    }

    private bool Kills(int id, TestRun run)
    {
        _tests.Switch.Active = id;
        try
        {
            return _tests.Switch.Fails(_byKey[run.Test], (run.Steps * 20) + 2_000_000);
        }
        finally
        {
            _tests.Switch.Active = -1;
        }
    }

    private bool IsClean(IEnumerable<TestRun> runs) => !runs.Any(r => _tests.Switch.Fails(_byKey[r.Test], long.MaxValue));

    private IEnumerable<TestRun> Within(IEnumerable<TestRun> runs)
    {
        var sum = 0.0;
        return runs.TakeWhile(r => (sum += r.Milliseconds) <= _most);
    }

    private void Say(string line)
    {
        _say.WriteLine(line);
        _say.Flush();
    }
}
