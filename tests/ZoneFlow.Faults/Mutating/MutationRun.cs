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
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <param name="only">Parts of the names of the files to mutate, with semicolons between; null for all.</param>
    /// <param name="every">Each how-manieth mutation is tried: 1 for all of them.</param>
    /// <param name="again">An earlier report over the same core: what was killed there is taken as told, the rest is tried; null for all.</param>
    /// <param name="minutes">No further mutation is begun after so long.</param>
    public static int Run(string? only, int every, string[] assemblies, string report, int minutes, string? again)
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
                Batch(folder, assemblies, todo, outcomes, null, until, () => Write(report, chosen, outcomes));
            }

            foreach (var survivor in chosen.Where(m => outcomes.GetValueOrDefault(m.Id) == "S" && IsComputedOnce(m)).ToList())
            {
                Batch(folder, assemblies, [survivor], outcomes, survivor.Id, DateTime.MaxValue, () => { });
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
            .Where(g => g.All(l => l[0] is not ("SURVIVED" or "-"))).ToDictionary(g => g.Key, g => g.First()[0], StringComparer.Ordinal);
        return chosen.Where(m => told.ContainsKey(m.ToString())).ToDictionary(m => m.Id, m => told[m.ToString()] switch
        {
            "TIMEOUT" => "T",
            var by => by["killed by ".Length..],
        });
    }

    // A static value is computed once in a process, before the mutation wakes.
    private static bool IsComputedOnce(Mutation mutation) => File.ReadLines(Path.Combine(Planting.Repository, "src", "ZoneFlow.Core", mutation.File)).ElementAt(mutation.Line - 1)
        is var line && (line.Contains("static", StringComparison.Ordinal) || !line.Contains(';', StringComparison.Ordinal) && line.Contains("new(", StringComparison.Ordinal));

    private static void Batch(string folder, string[] assemblies, List<Mutation> todo, Dictionary<int, string> outcomes, int? fresh, DateTime until, Action some)
    {
        var list = Path.Combine(folder, "todo.txt");
        File.WriteAllLines(list, todo.Select(m => $"{m.Id}\t{m.File}"));
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, WorkingDirectory = folder };
        foreach (var argument in new[] { "--mutation-worker", folder, string.Join(';', assemblies), list }.Concat(fresh is { } id ? [$"{id}"] : Array.Empty<string>()))
        {
            start.ArgumentList.Add(argument);
        }

        using var worker = Process.Start(start)!;
        int? begun = fresh;
        var ready = fresh is not null;
        var recent = new List<int>();
        while (DateTime.UtcNow < until)
        {
            var next = worker.StandardOutput.ReadLineAsync();
            if (!next.Wait(ready ? Patience : TimeSpan.FromMinutes(30)) || next.Result is not { } line)
            {
                // It hangs, or it has ended: by a mutation that it was at, or because all is done.
                if (!worker.HasExited)
                {
                    worker.Kill();
                }

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
                case [var how and ("K" or "S"), var at, ..]:
                    outcomes[int.Parse(at, CultureInfo.InvariantCulture)] = how == "K" ? line[(line.IndexOf(' ', 2) + 1)..] : "S";
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

    private static void Write(string report, List<Mutation> chosen, Dictionary<int, string> outcomes) => File.WriteAllLines(report, chosen
        .Select(m => $"{outcomes.GetValueOrDefault(m.Id) switch { null => "-", "S" => "SURVIVED", "T" => "TIMEOUT", var by => $"killed by {by}" }}\t{m}"));

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
            var killed = some.Count(m => outcomes[m.Id] != "S");
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
