using System.Diagnostics;

namespace ZoneFlow.Faults.Planted;

/// <summary>
/// Plants each bug in a copy of the sources, builds it and looks whether its check notices; the sources themselves are
/// never touched.
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
            foreach (var project in bugs.Select(b => ProjectOf(b.Check)).Distinct())
            {
                Build(Path.Combine(copy, "tests", project));
            }

            var missed = 0;
            Console.WriteLine("| Planted bug | Caught by |\n| --- | --- |");
            foreach (var bug in bugs)
            {
                var file = Path.Combine(copy, "src", bug.File);
                var text = File.ReadAllText(file);
                File.WriteAllText(file, Plant(text, bug));
                var by = CaughtBy(copy, bug);
                File.WriteAllText(file, text);
                missed += by is null ? 1 : 0;
                Console.WriteLine($"| {bug.Name} | {by ?? "**nothing**"} |");
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

    private static string ProjectOf(Check check) => check is Check.Test test ? test.Project : "ZoneFlow.Faults";

    // Only the assembly that holds the bug is built anew, and stands in for the sound one beside the tests: nothing else has changed.
    private static string? CaughtBy(string copy, PlantedBug bug)
    {
        var source = bug.File[..bug.File.IndexOf('/', StringComparison.Ordinal)];
        Build(Path.Combine(copy, "src", source), "--no-restore", "--no-dependencies");
        var project = ProjectOf(bug.Check);
        var tests = Path.Combine(copy, "tests", project, "bin", "Debug", "net10.0");
        var (bad, sound) = (Path.Combine(copy, "src", source, "bin", "Debug", "net10.0", $"{source}.dll"), Path.Combine(tests, $"{source}.dll"));
        File.Copy(sound, $"{sound}.sound");
        File.Copy(bad, sound, overwrite: true);
        try
        {
            var program = Path.Combine(tests, $"{project}.dll");
            switch (bug.Check)
            {
                case Check.Life life:
                    var (lived, said) = Do(copy, program, "--seeds", $"{life.Seeds}", "--steps", "60", "--stop");
                    var line = said.Split('\n').FirstOrDefault(l => l.StartsWith("Seed ", StringComparison.Ordinal));
                    return lived != 0 && line is not null && line.Contains(life.Says, StringComparison.Ordinal) ? Told(line) : null;
                case Check.Test test:
                    var (tested, told) = Do(copy, "vstest", program, $"--TestCaseFilter:FullyQualifiedName~{test.Name}");
                    return tested != 0 && told.Contains("Failed:", StringComparison.Ordinal) ? $"`{test.Name}…`" : null;
                default:
                    throw new UnreachableException();
            }
        }
        finally
        {
            File.Move($"{sound}.sound", sound, overwrite: true);
        }
    }

    private static void Build(string project, params string[] how)
    {
        var (code, said) = Do(project, ["build", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", .. how]);
        if (code != 0)
        {
            throw new InvalidOperationException($"{project} does not build: {said.Split('\n').FirstOrDefault(l => l.Contains("error", StringComparison.Ordinal))}");
        }
    }

    // "Seed 3, step 17 of 60 (…): what broke." becomes seed and sentence.
    private static string Told(string line) => $"a life (seed {line["Seed ".Length..line.IndexOf(',', StringComparison.Ordinal)]}): {line[(line.IndexOf("): ", StringComparison.Ordinal) + 3)..].Trim()}";

    private static (int Code, string Said) Do(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
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
