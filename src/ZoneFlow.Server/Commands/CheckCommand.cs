using System.CommandLine;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Calendars;
using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.WorkedCases;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Server.Commands;

/// <summary><c>zoneflow check PACK…</c>: reads each pack, says everything that is wrong with it, and how much of its text it runs.</summary>
internal static class CheckCommand
{
    public static Command Build()
    {
        var packs = new Argument<string[]>("PACK")
        {
            Description = "政策 a pack's folder, or the name of a pack that ships with the program",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("check", "检查政策 Check policy packs for what would go wrong in a case's life") { packs };
        command.SetAction(parsed =>
        {
            var clean = true;
            foreach (var pack in parsed.GetValue(packs)!)
            {
                clean &= Check(pack, parsed.InvocationConfiguration.Output);
            }
            return clean ? 0 : 1;
        });
        return command;
    }

    private static bool Check(string name, TextWriter output)
    {
        var folder = Directory.Exists(name) ? name : Path.Combine(ShippedPacks.Folder, name);
        var reading = PackFolder.Read(folder);
        if (reading.Pack is not { } pack)
        {
            foreach (var problem in reading.Problems)
            {
                output.WriteLine(new Finding("unreadable", Severity.Error, In(folder, problem.File), problem.Line, problem.Message));
            }
            return false;
        }
        var findings = Linter.Check(pack, reading.Positions);
        foreach (var finding in findings)
        {
            output.WriteLine(finding with { File = In(folder, finding.File) });
        }
        var casesHold = Cases(folder, pack, output);
        output.WriteLine($"{pack.Id} {pack.Title}");
        output.Write(Coverage.Of(reading));
        return casesHold && !findings.Any(f => f.Severity == Severity.Error);
    }

    /// <summary>Lives the worked cases that stand beside the pack.</summary>
    private static bool Cases(string folder, Pack pack, TextWriter output)
    {
        var reading = CaseFolder.Read(folder);
        var calendar = WorkingCalendar.Of(CalendarFile.LoadShipped());
        var wrong = reading.Cases.Select(c => CaseRun.Run(c, pack, calendar)).OfType<Problem>().ToList();
        foreach (var finding in reading.Problems.Select(p => (Rule: "unreadable", Problem: p)).Concat(wrong.Select(p => (Rule: "case-fails", Problem: p))))
        {
            output.WriteLine(new Finding(finding.Rule, Severity.Error, In(folder, finding.Problem.File), finding.Problem.Line, finding.Problem.Message));
        }
        if (reading.Cases.Length > 0)
        {
            output.WriteLine($"cases (案例) {reading.Cases.Length - wrong.Count} of {reading.Cases.Length} hold");
        }
        return reading.Problems.IsEmpty && wrong.Count == 0;
    }

    private static string In(string folder, string file) => file == folder ? folder : Path.Combine(folder, file);
}
