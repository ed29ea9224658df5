using System.CommandLine;
using ZoneFlow.Server.Bench;

namespace ZoneFlow.Server.Commands;

/// <summary><c>zoneflow bench</c>: measures the program on this machine, each figure beside the limit of the same run.</summary>
internal static class BenchCommand
{
    public static Command Build()
    {
        var json = new Option<bool>("--json") { Description = "One JSON object a line and figure set", Recursive = true };
        var zones = Whole("--zones", "How many zones", 1_000);
        var rounds = Whole("--rounds", "How many steps a zone", 10);
        var inFlight = Whole("--in-flight", "How many callers at once", 256);
        var command = new Command("bench", "测速 Measure speed on this machine, in a temporary folder") { json };
        command.Add(Workload("steps", "Durable steps a second", json, [zones, rounds, inFlight], parsed =>
            StepsBench.RunAsync(parsed.GetValue(zones), parsed.GetValue(rounds), parsed.GetValue(inFlight))));
        return command;
    }

    private static Command Workload(string name, string description, Option<bool> json, Option[] options, Func<ParseResult, Task<FigureSet>> run)
    {
        var command = new Command(name, description);
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, _) => Write(await run(parsed), parsed.GetValue(json), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static void Write(FigureSet figures, bool json, TextWriter output)
    {
        if (json)
        {
            figures.WriteJson(output);
        }
        else
        {
            figures.WriteTable(output);
        }
    }

    private static Option<int> Whole(string name, string description, int usual)
    {
        var option = new Option<int>(name) { Description = $"{description} (default {usual:#,0})", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var number) || number < 1))
            {
                result.AddError($"{name} takes a whole number from 1.");
            }
        });
        return option;
    }
}
