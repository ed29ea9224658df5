using System.Collections.Immutable;
using System.CommandLine;
using ZoneFlow.Server.Bench;

namespace ZoneFlow.Server.Commands;

/// <summary><c>zoneflow bench</c>: measures the program on this machine, each figure beside the limit of the same run.</summary>
internal static class BenchCommand
{
    private delegate Task<ImmutableArray<FigureSet>> Run(ParseResult parsed, BenchSize usual);

    public static Command Build()
    {
        var json = new Option<bool>("--json") { Description = "JSON, one object a line", Recursive = true };
        var zones = Whole("--zones", "How many zones");
        var rounds = Whole("--rounds", "How many steps of each zone");
        var inFlight = Whole("--in-flight", "How many callers at once");
        var actions = Whole("--actions", "How many actions");
        var years = Whole("--years", "How many years");
        var seconds = Whole("--seconds", "How long requests are sent");
        var folder = new Option<string?>("--folder") { Description = "A folder to keep the zones in for the next run" };
        (string Name, string Description, Option[] Options, Run Run)[] workloads =
        [
            ("steps", "Durable steps a second 持久步骤", [zones, rounds, inFlight], async (p, usual) =>
            [
                .. await EachAsync(p.GetValue(zones) is { } one ? [one] : usual.Steps, n =>
                    StepsBench.RunAsync(n, p.GetValue(rounds) ?? usual.Rounds, p.GetValue(inFlight) ?? usual.InFlight)),
            ]),
            ("latency", "An action's way to a durable answer 单笔时延", [zones, actions], async (p, usual) =>
                [await LatencyBench.RunAsync(p.GetValue(zones) ?? usual.Few, p.GetValue(actions) ?? usual.Actions)]),
            ("idle", "Zones that wait for years 静置", [zones, actions, seconds], async (p, usual) =>
                [await IdleBench.RunAsync(p.GetValue(zones) ?? usual.Idle, p.GetValue(actions) ?? usual.IdleActions, p.GetValue(seconds) ?? usual.Seconds)]),
            ("timers", "Zones due at one instant 同时到期", [zones], async (p, usual) => [await TimersBench.RunAsync(p.GetValue(zones) ?? usual.Timers)]),
            ("deadline", "Last days reckoned 期限计算", [], (_, usual) => Task.FromResult<ImmutableArray<FigureSet>>([DeadlineBench.Run(usual.Dates)])),
            ("decide", "The pure core 纯决策", [], (_, usual) => Task.FromResult<ImmutableArray<FigureSet>>([DecideBench.Run(usual.Decisions, usual.Lives)])),
            ("pages", "Every kind of page, and the lists to take away 各种网页", [zones, seconds, folder], async (p, usual) =>
                await PagesBench.RunAsync(p.GetValue(zones) ?? usual.Pages, p.GetValue(seconds) ?? 1, p.GetValue(folder))),
            ("http", "The action page, the worklist and an upload 网页", [zones, seconds, folder], async (p, usual) =>
                await HttpBench.RunAsync(p.GetValue(zones) ?? usual.Pages, p.GetValue(seconds) ?? usual.Seconds, p.GetValue(folder))),
            ("plans", "The page over all plans 方案总览", [zones], async (p, usual) => await PlansBench.RunAsync(p.GetValue(zones) ?? usual.Few)),
            ("portfolio", "Ten years of many zones 十年", [zones, years], async (p, usual) =>
                await PortfolioBench.RunAsync(p.GetValue(zones) ?? usual.Portfolio, p.GetValue(years) ?? usual.Years)),
        ];
        var command = new Command("bench", "测速 Measure speed on this machine, in a temporary folder") { json };
        foreach (var (name, description, options, run) in workloads)
        {
            var one = new Command(name, description);
            Array.ForEach(options, one.Add);
            one.SetAction(async (parsed, _) => Write(await run(parsed, BenchSize.Full), parsed.GetValue(json), parsed.InvocationConfiguration.Output));
            command.Add(one);
        }

        var small = new Option<bool>("--small") { Description = "A few zones, for a check of the workloads themselves; the figures say nothing" };
        var all = new Command("all", "Every workload in turn 全部") { small };
        all.SetAction(async (parsed, _) =>
        {
            foreach (var (_, _, _, run) in workloads)
            {
                Write(await run(all.Parse([]), parsed.GetValue(small) ? BenchSize.Small : BenchSize.Full), parsed.GetValue(json), parsed.InvocationConfiguration.Output);
            }
        });
        command.Add(all);
        return command;
    }

    private static async Task<IEnumerable<FigureSet>> EachAsync(IEnumerable<int> sizes, Func<int, Task<FigureSet>> run)
    {
        var sets = new List<FigureSet>();
        foreach (var size in sizes)
        {
            sets.Add(await run(size));
        }

        return sets;
    }

    private static void Write(ImmutableArray<FigureSet> sets, bool json, TextWriter output)
    {
        foreach (var set in sets)
        {
            if (json)
            {
                set.WriteJson(output);
            }
            else
            {
                set.WriteTable(output);
            }
        }
    }

    private static Option<int?> Whole(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description };
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
