using System.Diagnostics;

namespace ZoneFlow.Faults.Planted;

/// <summary>
/// Plants each bug in a copy of the sources, builds it and looks whether its check notices; the sources themselves are never
/// touched. <c>ZONEFLOW_DOTNET</c> names the program that builds and tests, where it is not dotnet.
/// </summary>
internal static class Planting
{
    public static string Repository
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "ZoneFlow.sln")))
            {
                folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The sources are not above the program.");
            }

            return folder;
        }
    }

    /// <summary>How many of the bugs nobody noticed.</summary>
    public static int Run(IReadOnlyList<PlantedBug> bugs)
    {
        var copy = Directory.CreateTempSubdirectory("zoneflow-planted-").FullName;
        try
        {
            CopySources(Repository, copy);
            var missed = 0;
            Console.WriteLine("| Planted bug | Caught by |\n| --- | --- |");
            foreach (var bug in bugs)
            {
                var file = Path.Combine(copy, "src", bug.File);
                var text = File.ReadAllText(file);
                File.WriteAllText(file, Plant(text, bug));
                var caught = IsCaught(copy, bug.Check, out var by);
                File.WriteAllText(file, text);
                missed += caught ? 0 : 1;
                Console.WriteLine($"| {bug.Name} | {(caught ? by : $"NOTHING: {by}")} |");
            }

            return missed;
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    public static string Plant(string text, PlantedBug bug) => text.Split(bug.Find).Length == 2
        ? text.Replace(bug.Find, bug.Replace, StringComparison.Ordinal)
        : throw new InvalidOperationException($"\"{bug.Name}\" does not find its place in {bug.File}.");

    private static bool IsCaught(string copy, Check check, out string by)
    {
        var project = Path.Combine(copy, "tests", check is Check.Test test ? test.Project : "ZoneFlow.Faults");
        var (built, log) = Do(copy, Environment.GetEnvironmentVariable("ZONEFLOW_DOTNET") ?? "dotnet", "build", project, "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false");
        if (built != 0)
        {
            by = $"it does not build: {log.Split('\n').FirstOrDefault(l => l.Contains("error", StringComparison.Ordinal))}";
            return false;
        }

        var dll = Path.Combine(project, "bin", "Debug", "net10.0", $"{Path.GetFileName(project)}.dll");
        var (code, said) = check switch
        {
            Check.Life life => Do(copy, "dotnet", dll, "--seeds", $"{life.Seeds}", "--steps", "60", "--stop"),
            Check.Test t => Do(copy, "dotnet", "vstest", dll, $"--TestCaseFilter:FullyQualifiedName~{t.Name}"),
            _ => throw new UnreachableException(),
        };
        by = check switch
        {
            Check.Life => said.Split('\n').FirstOrDefault(l => l.StartsWith("Seed ", StringComparison.Ordinal)) is { } line ? Told(line) : "every life went well",
            Check.Test t => $"`{t.Name}`",
            _ => throw new UnreachableException(),
        };
        return code != 0 && check switch
        {
            Check.Life life => by.Contains(life.Says, StringComparison.Ordinal) && said.Contains("Seed ", StringComparison.Ordinal),
            _ => said.Contains("Failed ", StringComparison.Ordinal) && said.Contains("[FAIL]", StringComparison.Ordinal) | said.Contains("Failed: ", StringComparison.Ordinal),
        };
    }

    // "Seed 3, step 17 of 60 (…): what broke." becomes seed and sentence.
    private static string Told(string line) => $"a life (seed {line["Seed ".Length..line.IndexOf(',', StringComparison.Ordinal)]}): {line[(line.IndexOf("): ", StringComparison.Ordinal) + 3)..].Trim()}";

    private static (int Code, string Said) Do(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + errors.GetAwaiter().GetResult());
    }

    private static void CopySources(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from).Where(f => Path.GetFileName(f) is not ".git"))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var top in (string[])["src", "tests"])
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(from, top), "*", SearchOption.AllDirectories))
            {
                var path = Path.GetRelativePath(from, file);
                if (path.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj" or "Screenshots"))
                {
                    continue;
                }

                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, path))!);
                File.Copy(file, Path.Combine(to, path));
            }
        }
    }
}
