using System.Diagnostics;
using System.Globalization;
using ZoneFlow.Faults.Planted;

namespace ZoneFlow.Faults.Mutating;

/// <summary>
/// Mutation testing of the core: one build with every mutation behind a switch, each tried against the tests that reach it
/// until one fails. Prints the score of each folder; who survives stands in a file.
/// </summary>
internal static class MutationRun
{
    private const string By = "killed by ";

    /// <param name="only">Parts of the names of the files to mutate, with semicolons between; null for all.</param>
    /// <param name="every">Each how-manieth mutation is tried: 1 for all of them.</param>
    /// <param name="again">An earlier report over the same core: what was killed there is taken as told, the rest is tried; null for all.</param>
    /// <param name="minutes">No further mutation is begun after so long.</param>
    /// <param name="seconds">So much processor time of tests is spent on a mutation before it counts as survived.</param>
    public static int Run(string? only, int every, string[] assemblies, string report, int minutes, int seconds, string? again)
    {
        var folder = Path.Combine(Planting.Repository, "artifacts", $"mutations-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        try
        {
            foreach (var assembly in assemblies)
            {
                CopyAll(Path.Combine(Planting.Repository, "tests", assembly, "bin", "Debug", "net10.0"), folder);
            }

            var watch = Stopwatch.StartNew();
            var all = MutatedCore.Build(Path.Combine(Planting.Repository, "src", "ZoneFlow.Core"), Path.Combine(folder, "ZoneFlow.Core.dll"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Count} mutations in one build, {watch.Elapsed.TotalSeconds:F0} s"));
            EquivalentRules.Print(all);
            var chosen = all.Where(m => EquivalentRules.Why(m) is null)
                .Where(m => only is null || only.Split(';').Any(o => m.File.Contains(o, StringComparison.Ordinal))).Where((_, i) => i % every == 0).ToList();
            var outcomes = again is null ? [] : KilledIn(again, chosen);
            var until = DateTime.UtcNow.AddMinutes(minutes);
            while (chosen.Where(m => !outcomes.ContainsKey(m.Id)).ToList() is { Count: > 0 } todo && DateTime.UtcNow < until)
            {
                Batch(folder, assemblies, todo, outcomes, seconds, null, until, () => Write(report, chosen, outcomes));
            }

            // What is computed once in a process was there before the mutation woke: each of those gets a process of its own.
            foreach (var survivor in chosen.Where(m => DateTime.UtcNow < until && outcomes.GetValueOrDefault(m.Id) is "N" or "S" && (m.IsStatic || outcomes[m.Id] == "N")).ToList())
            {
                var before = outcomes[survivor.Id];
                Batch(folder, assemblies, [survivor], outcomes, seconds, survivor.Id, until, () => { });
                outcomes[survivor.Id] = outcomes[survivor.Id] == "S" ? before : outcomes[survivor.Id];
            }

            Write(report, chosen, outcomes);
            Table(chosen, outcomes, watch.Elapsed);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Tests are only ever added: what an earlier report says is killed stays killed. Two that read alike are killed when both are.
    private static Dictionary<int, string> KilledIn(string report, IEnumerable<Mutation> chosen)
    {
        var told = File.ReadLines(report).Select(l => l.Split('\t')).GroupBy(l => l[1], StringComparer.Ordinal)
            .Where(g => g.All(l => l[0] is "TIMEOUT" || l[0].StartsWith(By, StringComparison.Ordinal))).ToDictionary(g => g.Key, g => g.First()[0], StringComparer.Ordinal);
        return chosen.Where(m => told.ContainsKey(m.ToString())).ToDictionary(m => m.Id, m => told[m.ToString()] switch
        {
            "TIMEOUT" => "T",
            var by => by[By.Length..],
        });
    }

    private static void Batch(string folder, string[] assemblies, List<Mutation> todo, Dictionary<int, string> outcomes, int seconds, int? fresh, DateTime until, Action some)
    {
        var list = Path.Combine(folder, "todo.txt");
        File.WriteAllLines(list, todo.Select(m => $"{m.Id}\t{m.File}"));
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, WorkingDirectory = folder };
        foreach (var argument in new[] { "--mutation-worker", folder, string.Join(';', assemblies), list, $"{seconds}" }.Concat(fresh is { } id ? [$"{id}"] : Array.Empty<string>()))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["ZONEFLOW_SPOILED"] = "all";
        using var worker = Process.Start(start)!;
        int? begun = fresh;
        var ready = fresh is not null;
        var recent = new List<int>();
        while (DateTime.UtcNow < until)
        {
            var next = worker.StandardOutput.ReadLineAsync();
            if (!IsAnswered(next, worker, TimeSpan.FromSeconds(ready ? 60 + (4 * seconds) : 1800)) || next.Result is not { } line)
            {
                // It hangs, or it has ended: by a mutation that it was at, or because all is done.
                if (begun is { } guilty)
                {
                    outcomes[guilty] = "T";
                }
                else if (!ready)
                {
                    throw new InvalidOperationException("The tests cannot be run.");
                }

                break;
            }

            switch (line.Split(' ', 3))
            {
                case ["R"]:
                    ready = true;
                    break;
                case ["B", var at]:
                    begun = int.Parse(at, CultureInfo.InvariantCulture);
                    break;
                case [var how and ("K" or "S" or "N"), var at, ..]:
                    outcomes[int.Parse(at, CultureInfo.InvariantCulture)] = how == "K" ? line[(line.IndexOf(' ', 2) + 1)..] : how;
                    recent.Add(int.Parse(at, CultureInfo.InvariantCulture));
                    begun = null;
                    if (recent.Count % 50 == 0)
                    {
                        some();
                    }

                    break;
                case ["X"]:
                    // A mutation has left something behind: what was found since the last clean look does not count.
                    Console.Error.WriteLine("the tests fail without a mutation: the last ones are tried again");
                    recent.TakeLast(250).ToList().ForEach(i => outcomes.Remove(i));
                    begun = null;
                    break;
            }
        }

        if (!worker.HasExited)
        {
            worker.Kill();
        }

        worker.WaitForExit();
    }

    // Measured in the worker's own processor time, for the machine may be busy; a worker that does nothing for ten minutes waits for ever.
    private static bool IsAnswered(Task<string?> next, Process worker, TimeSpan most)
    {
        var (begun, last, moved) = (Spent(worker), Spent(worker), DateTime.UtcNow);
        while (!next.Wait(TimeSpan.FromSeconds(2)))
        {
            var now = Spent(worker);
            if (now - last > TimeSpan.FromMilliseconds(50))
            {
                (last, moved) = (now, DateTime.UtcNow);
            }

            if (now - begun > most || DateTime.UtcNow - moved > TimeSpan.FromMinutes(10))
            {
                return false;
            }
        }

        return true;
    }

    // Nothing of a worker that has just ended; its output ends then, too.
    private static TimeSpan? Spent(Process worker)
    {
        try
        {
            worker.Refresh();
            return worker.TotalProcessorTime;
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static void Write(string report, List<Mutation> chosen, Dictionary<int, string> outcomes) => File.WriteAllLines(report, chosen
        .Select(m => $"{outcomes.GetValueOrDefault(m.Id) switch { null => "-", "S" => "SURVIVED", "N" => "SURVIVED, no test reaches it", "T" => "TIMEOUT", var by => $"{By}{by}" }}\t{m}"));

    private static void Table(List<Mutation> chosen, Dictionary<int, string> outcomes, TimeSpan took)
    {
        Console.WriteLine("| Folder of the core | Mutations tried | Killed | Survived | Score |\n| --- | --- | --- | --- | --- |");
        var tried = chosen.Where(m => outcomes.ContainsKey(m.Id)).ToList();
        foreach (var folder in tried.GroupBy(m => m.Folder).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Row(folder.Key, [.. folder]);
        }

        Row("all", tried);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{chosen.Count - tried.Count} not tried, {took.TotalMinutes:F0} min"));

        void Row(string name, List<Mutation> some)
        {
            var killed = some.Count(m => outcomes[m.Id] is not ("S" or "N"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {some.Count} | {killed} | {some.Count - killed} | {100.0 * killed / some.Count:F1} % |"));
        }
    }

    private static void CopyAll(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
