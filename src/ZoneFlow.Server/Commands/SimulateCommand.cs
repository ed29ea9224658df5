using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Calendars;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Server.Commands;

/// <summary><c>zoneflow simulate</c>: a scripted life in virtual time, one line for each thing that happened.</summary>
internal static class SimulateCommand
{
    private static readonly SimulateJsonContext Json = new(
        new JsonSerializerOptions(SimulateJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static Command Build()
    {
        var policy = new Option<string>("--policy") { HelpName = "PACK", Required = true, Description = "政策 a pack that ships, by name, or a folder" };
        var script = new Option<string>("--script") { HelpName = "FILE", Description = "剧本 a script (YAML)" };
        var compare = new Option<string>("--compare") { HelpName = "PACK", Description = "对照 live the script under this pack too, side by side" };
        var seed = new Option<int?>("--seed") { HelpName = "N", Description = "随机种子 what chance draws from, instead of the script's own seed" };
        var explore = new Option<bool>("--explore") { Description = "穷举 walk every choice of a life instead, and say where it could be stuck or forgotten" };
        var bound = new Option<int?>("--bound") { HelpName = "N", Description = "the most states that --explore walks to; 50000 unless told" };
        var json = new Option<bool>("--json") { Description = "JSON: one object a line for a script, one object for --compare and --explore" };
        var command = new Command("simulate", "推演 Live a scripted life in virtual time") { policy, script, compare, seed, explore, bound, json };
        command.Validators.Add(result =>
        {
            var (exploring, scripted) = (result.GetValue(explore), result.GetResult(script) is not null);
            if (exploring == scripted)
            {
                result.AddError("Say either --script FILE or --explore.");
            }
            else if (exploring && (result.GetResult(compare) is not null || result.GetValue(seed) is not null))
            {
                result.AddError("--compare and --seed go with --script.");
            }
            else if (result.GetValue(bound) is < 1 or > 1_000_000)
            {
                result.AddError("--bound is from 1 to 1000000.");
            }
        });
        command.SetAction(result =>
        {
            var (output, errors, asJson) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error, result.GetValue(json));
            if (NamedPack.Load(result.GetRequiredValue(policy), errors) is not { } pack)
            {
                return 2;
            }

            var calendar = WorkingCalendar.Of(CalendarFile.LoadShipped());
            if (result.GetValue(explore))
            {
                return ExploreText.Print(pack, Explorer.Explore(pack, calendar, result.GetValue(bound) is { } most ? new ExploreBound(most) : new ExploreBound()), output, asJson);
            }

            var file = result.GetRequiredValue(script)!;
            if (Script(file, errors) is not { } life)
            {
                return 2;
            }

            if (result.GetValue(compare) is { } other)
            {
                if (NamedPack.Load(other, errors) is not { } second)
                {
                    return 2;
                }

                CompareText.Print(Comparison.Of(life, pack, second, calendar, result.GetValue(seed)), output, asJson);
                return 0;
            }

            var wrong = ScriptRun.Run(life, file, pack, calendar, entry => Print(pack, entry, output, asJson), result.GetValue(seed));
            if (wrong is not null)
            {
                errors.WriteLine(wrong);
            }

            return wrong is null ? 0 : 1;
        });
        return command;
    }

    private static Script? Script(string file, TextWriter errors)
    {
        if (!File.Exists(file))
        {
            errors.WriteLine($"There is no file '{file}'.");
            return null;
        }

        var problems = new ProblemList();
        var script = ScriptReader.Read(File.ReadAllText(file), file, problems);
        foreach (var problem in problems.Items)
        {
            errors.WriteLine(problem);
        }

        return script;
    }

    private static void Print(Pack pack, WorldEntry told, TextWriter output, bool asJson)
    {
        var at = told.Entry.At.ToOffset(TimeSpan.FromHours(8));
        foreach (var change in told.Entry.Changes)
        {
            var sentence = Narration.Of(pack, change);
            output.WriteLine(asJson
                ? JsonSerializer.Serialize(
                    new SimulateJson($"{at:yyyy-MM-ddTHH:mm:sszzz}", told.Case.Value, told.Entry.Sequence, told.Entry.Cause, change.GetType().Name, sentence.Zh, sentence.En),
                    Json.SimulateJson)
                : $"{at:yyyy-MM-dd HH:mm}  {told.Case}  {sentence.Zh}");
        }
    }
}
