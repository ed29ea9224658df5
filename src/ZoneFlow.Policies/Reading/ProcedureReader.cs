using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>procedures:</c> a procedure with its stages, and with the action that opens it where no duty or other procedure does.</summary>
internal static class ProcedureReader
{
    public static ProcedureRule Read(string name, YamlNode node, PackContext pack)
    {
        var kind = pack.Name(node, "case", Kinds.Case);
        var scope = new Scope(pack, name, kind, $"procedures/{name}", Sources.Own(node));
        var first = pack.Name(node, "first", Kinds.Stage(name));
        var key = node.OptionalText("key");
        var many = node.Flag("many");
        if (many && key is not null)
        {
            node.Report($"{node.Path} is either 'many' or has a 'key', not both.");
        }
        return new ProcedureRule(
            name,
            Labels.Of(node),
            kind,
            first,
            key is not null ? ProcedureRuns.Keyed : many ? ProcedureRuns.Many : ProcedureRuns.OneAtATime,
            key,
            node.Flag("per-item"),
            node.OptionalMap("opened-by") is { } opening ? Opening(opening, first, scope) : null,
            TransitionReader.Read(node.Optional("anywhere"), scope with { Path = $"{scope.Path}/anywhere" }),
            [.. Scalars.OneOrMany(node.Optional("blocks")).Select(n => Blocked(n, pack))],
            pack.Each(node.Required("stages"), Kinds.Stage(name), $"{scope.Path}/stages", (stage, at) => StageReader.Read(stage, at, scope)),
            scope.Source);
    }

    private static OpeningRule Opening(YamlNode node, string first, Scope procedure)
    {
        var scope = procedure with { Path = $"{procedure.Path}/opened-by" };
        scope.Pack.Place(scope.Path, node);
        var action = new Trigger.Action(node.RequiredText("action") ?? "");
        _ = node.Required("by");
        var rule = new OpeningRule(
            TransitionReader.One(action, node, scope, new Destination.Stage(first)),
            scope.Pack.NamesIn(node, "while", Kinds.Standing(scope.Case)),
            node.OptionalMap("late") is { } late ? Late(late, scope.Pack) : null);
        node.RefuseUnknownKeys();
        return rule;
    }

    private static LateRule Late(YamlNode node, PackContext pack)
    {
        var rule = new LateRule(node.Period("within"), Marks.Use(node.Required("from"), pack), Sources.Of(node));
        node.RefuseUnknownKeys();
        return rule;
    }

    private static (string Procedure, string Action) Blocked(YamlNode node, PackContext pack)
    {
        if (node.Text.Split('.') is [var procedure, var action])
        {
            pack.Names.Use(Kinds.Procedure, procedure, node);
            return (procedure, action);
        }
        node.Report("What is blocked is written as procedure.action, such as designation.withdraw.");
        return ("", "");
    }
}
