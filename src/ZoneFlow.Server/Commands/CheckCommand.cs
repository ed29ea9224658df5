using System.CommandLine;
using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;

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
        output.WriteLine($"{pack.Id} {pack.Title}");
        output.Write(Coverage.Of(pack));
        return !findings.Any(f => f.Severity == Severity.Error);
    }

    private static string In(string folder, string file) => file == folder ? folder : Path.Combine(folder, file);
}
