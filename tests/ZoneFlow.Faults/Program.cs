using System.Diagnostics;
using System.Globalization;
using ZoneFlow.Faults.Checking;
using ZoneFlow.Faults.Living;
using ZoneFlow.Faults.Mutating;
using ZoneFlow.Faults.Planted;

if (args is ["--mutation-worker", var folder, var assemblies, var todo, var most, .. var awake])
{
    return MutationWorker.Run(folder, assemblies.Split(';'), todo, int.Parse(most, CultureInfo.InvariantCulture), awake is [var id] ? int.Parse(id, CultureInfo.InvariantCulture) : null);
}

if (args.Contains("--mutate"))
{
    // dotnet run --project tests/ZoneFlow.Faults -- --mutate [--only Cases/Deciding] [--every 1] [--minutes 600] [--seconds 10], after dotnet build.
    return MutationRun.Run(
        args.SkipWhile(a => a != "--only").Skip(1).FirstOrDefault(), Option("--every", 1), (args.SkipWhile(a => a != "--tests").Skip(1).FirstOrDefault() ?? "ZoneFlow.Core.Tests;ZoneFlow.Policies.Tests").Split(';'),
        args.SkipWhile(a => a != "--report").Skip(1).FirstOrDefault() ?? "mutations.txt", Option("--minutes", 600), Option("--seconds", 10),
        args.SkipWhile(a => a != "--again").Skip(1).FirstOrDefault());
}

if (Array.IndexOf(args, "--planted") is var planted and >= 0)
{
    // Every planted bug, or some of them by number: dotnet run --project tests/ZoneFlow.Faults -- --planted [from to].
    var numbers = args[(planted + 1)..].Select(a => int.TryParse(a, CultureInfo.InvariantCulture, out var n) ? n : -1).Where(n => n >= 0).ToList();
    return Planting.Run(numbers.Count == 2 ? [.. PlantedBugs.All.Take(numbers[1]).Skip(numbers[0] - 1)] : PlantedBugs.All);
}

// dotnet run --project tests/ZoneFlow.Faults -- --seeds 1000 [--from 1] [--steps 120], or one: --seed 17.
var from = Option("--seed", Option("--from", 1));
var seeds = args.Contains("--seed") ? 1 : Option("--seeds", 100);
var steps = Option("--steps", 120);
var watch = Stopwatch.StartNew();
var (failed, lives) = (0, new List<LifeResult>());
for (var seed = from; seed < from + seeds && !(failed > 0 && args.Contains("--stop")); seed++)
{
    try
    {
        var life = FaultyLife.Lived(seed, steps);
        lives.Add(life);
        if (seeds == 1)
        {
            Console.WriteLine(life);
        }
    }
    catch (BrokenException broken)
    {
        failed++;
        Console.Error.WriteLine(seeds == 1 ? broken.Message : string.Join('\n', broken.Message.Split('\n').Take(2)));
    }
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
    {lives.Count} of {seeds} lives without fault, {lives.Sum(l => l.Steps)} steps, {lives.Sum(l => l.Lived.TotalDays) / 365.25:F0} years, {watch.Elapsed.TotalSeconds:F0} s
    {lives.Sum(l => l.Cases)} cases, {lives.Sum(l => l.Entries)} entries, {lives.Sum(l => l.Accepted)} signals accepted, {lives.Sum(l => l.Refused)} refused, {lives.Sum(l => l.Repeated)} repeated
    {lives.Sum(l => l.PowerCuts)} power cuts, {lives.Sum(l => l.Mails)} mails, {lives.Sum(l => l.Dates)} dates counted again
    """));
return failed == 0 ? 0 : 1;

int Option(string name, int otherwise) => Array.IndexOf(args, name) is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
