using System.CommandLine;
using ZoneFlow.Policies.Drawing;

namespace ZoneFlow.Server.Commands;

/// <summary><c>zoneflow diagram PACK</c>: a pack's procedures as a picture or as Mermaid text.</summary>
internal static class DiagramCommand
{
    public static Command Build()
    {
        var pack = new Argument<string>("PACK") { Description = "政策 a pack that ships, by name, or a folder" };
        var format = new Option<string>("--format") { HelpName = "mermaid|svg", Description = "mermaid unless told", DefaultValueFactory = _ => "mermaid" };
        format.AcceptOnlyFromAmong("mermaid", "svg");
        var procedure = new Option<string>("--procedure") { HelpName = "NAME", Description = "程序 one procedure; without it the overview of all" };
        var command = new Command("diagram", "流程图 Draw a pack's procedures") { pack, format, procedure };
        command.SetAction(parsed =>
        {
            var errors = parsed.InvocationConfiguration.Error;
            if (NamedPack.Load(parsed.GetRequiredValue(pack), errors) is not { } drawn)
            {
                return 2;
            }

            var name = parsed.GetValue(procedure) ?? Diagram.Overview;
            if (Diagrams.Of(drawn, name) is not { } diagram)
            {
                errors.WriteLine($"没有程序“{name}”。 There is no procedure '{name}'. There are: {string.Join(", ", drawn.Procedures.Select(p => p.Name))}.");
                return 2;
            }

            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(format) == "svg" ? SvgDiagram.Of(diagram) : MermaidDiagram.Of(diagram));
            return 0;
        });
        return command;
    }
}
