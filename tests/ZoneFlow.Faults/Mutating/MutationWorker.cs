using System.Text.Json;

namespace ZoneFlow.Faults.Mutating;

/// <summary>
/// A process that tries mutations one after another against the tests that reach them, and says on standard output what it
/// begins and what came of it. Where it dies or hangs, whoever started it goes on with the next in another.
/// </summary>
internal static class MutationWorker
{
    private const int Again = 250;

    // A walk over a whole policy takes as long as a thousand other tests, and finds what they find. In milliseconds of processor time.
    private const double LongestTest = 2_500;

    // After so much of the tests that reach it a mutation counts as survived, though the rest might have found it.
    private const double MostTests = 30_000;

    /// <param name="fresh">One mutation that is awake from the beginning, for what is computed once in a process; otherwise null.</param>
    public static int Run(string folder, string[] assemblies, string todo, int? fresh)
    {
        // What is said goes to the parent alone: tests may write, too.
        var say = Console.Out;
        Console.SetOut(TextWriter.Null);
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", folder + Path.DirectorySeparatorChar);
        var tests = new LoadedTests(folder, assemblies);
        var (active, steps, limit, hit) = (tests.Switch.GetField("Active")!, tests.Switch.GetField("Steps")!, tests.Switch.GetField("Limit")!, tests.Switch.GetField("Hit")!);
        if (fresh is { } only)
        {
            active.SetValue(null, only);
            var reached = JsonSerializer.Deserialize<List<TestRun>>(File.ReadAllText(Path.Combine(folder, "coverage.json")))!;
            var by = Within(reached.OrderBy(r => r.Milliseconds)).Select(r => tests.Found[r.Test]).FirstOrDefault(t => Fails(t, 400_000_000));
            say.WriteLine(by is null ? $"S {only}" : $"K {only} {by.Name}");
            return 0;
        }

        var coverage = Path.Combine(folder, "coverage.json");
        var known = File.Exists(coverage) ? JsonSerializer.Deserialize<List<TestRun>>(File.ReadAllText(coverage))! : null;
        if (known is null)
        {
            known = Measured();
            File.WriteAllText(coverage, JsonSerializer.Serialize(known));
        }
        else
        {
            Clean(known.Where(r => r.Milliseconds < LongestTest));
        }

        say.WriteLine("R");
        say.Flush();
        var tried = 0;
        var kills = new Dictionary<(string File, int Test), int>();
        foreach (var (id, file) in File.ReadAllLines(todo).Select(l => l.Split('\t')).Select(l => (int.Parse(l[0], null), l[1])))
        {
            say.WriteLine($"B {id}");
            say.Flush();

            // What has killed in this file before goes first, then the quick ones.
            var killer = Within(known.Where(r => r.Milliseconds < LongestTest && Array.BinarySearch(r.Hits, id) >= 0)
                    .OrderBy(r => (r.Milliseconds + 1) / (1 + (20 * kills.GetValueOrDefault((file, r.Test))) + kills.GetValueOrDefault(("", r.Test)))))
                .FirstOrDefault(r => With(id, () => Fails(tests.Found[r.Test], (r.Steps * 20) + 2_000_000)));
            if (killer is not null)
            {
                kills[(file, killer.Test)] = kills.GetValueOrDefault((file, killer.Test)) + 1;
                kills[("", killer.Test)] = kills.GetValueOrDefault(("", killer.Test)) + 1;
            }

            say.WriteLine(killer is null ? $"S {id}" : $"K {id} {tests.Found[killer.Test].Name}");
            say.Flush();
            if (++tried % Again == 0 && !Clean(known.Where(r => r.Milliseconds < 500)))
            {
                say.WriteLine("X");
                return 1;
            }
        }

        return 0;

        // Twice over: what is computed once in a process is then there, and no mutation can get into it.
        List<TestRun> Measured()
        {
            var sound = tests.Found.Select((test, at) => (test, at)).Where(t => !Fails(t.test, long.MaxValue)).ToList();
            foreach (var (test, _) in tests.Found.Select((test, at) => (test, at)).Except(sound))
            {
                Console.Error.WriteLine($"left out, it fails by itself here: {test.Name}");
            }

            return [.. sound.Select(t =>
            {
                var hits = new bool[100_000];
                hit.SetValue(null, hits);
                steps.SetValue(null, 0L);
                var before = Environment.CpuUsage.TotalTime;
                Fails(t.test, long.MaxValue);
                hit.SetValue(null, null);
                return new TestRun(t.at, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds, (long)steps.GetValue(null)!, [.. Enumerable.Range(0, hits.Length).Where(i => hits[i])]);
            })];
        }

        static IEnumerable<TestRun> Within(IEnumerable<TestRun> runs)
        {
            var sum = 0.0;
            return runs.TakeWhile(r => (sum += r.Milliseconds) <= MostTests);
        }

        bool Clean(IEnumerable<TestRun> runs) => !runs.Any(r => Fails(tests.Found[r.Test], long.MaxValue));

        bool With(int id, Func<bool> test)
        {
            active.SetValue(null, id);
            try
            {
                return test();
            }
            finally
            {
                active.SetValue(null, -1);
            }
        }

        bool Fails(LoadedTest test, long most)
        {
            limit.SetValue(null, most == long.MaxValue ? most : (long)steps.GetValue(null)! + most);
            try
            {
                test.Run();
                return (long)limit.GetValue(null)! != most && most != long.MaxValue && (long)limit.GetValue(null)! == long.MaxValue;
            }
            catch (Exception)
            {
                return true;
            }
        }
    }
}

/// <param name="Hits">The mutations that it reaches, in order.</param>
internal sealed record TestRun(int Test, double Milliseconds, long Steps, int[] Hits);
