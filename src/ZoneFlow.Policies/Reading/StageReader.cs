using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>stages:</c> a stage is what it has: <c>by</c> a task, <c>panel</c>, <c>notice</c>, <c>wait</c> or <c>end</c>.</summary>
internal static class StageReader
{
    private static readonly string[] KindKeys = ["by", "panel", "notice", "wait", "end"];
    private static readonly Label Closed = new("办结", "Closed");

    public static StageRule Read(string name, YamlNode node, Scope procedure)
    {
        var source = Sources.Own(node) ?? procedure.Source;
        var scope = procedure with { Path = $"{procedure.Path}/stages/{name}", Source = source };
        if (name is "back" or "stay")
        {
            node.Report($"A stage cannot be called '{name}', which means something after 'to:'.");
        }
        switch (KindKeys.Where(node.Has).ToArray())
        {
            case ["by"]:
                return Task(name, node, scope);
            case ["panel"]:
                return Panel(name, node, scope);
            case ["notice"]:
                return new StageRule.Notice(name, Labels.Of(node), Notice(node.Required("notice")!, scope), Actions(node, scope), source);
            case ["wait"]:
                return Wait(name, node, scope);
            case ["end"]:
                return new StageRule.End(name, Labels.Of(node, Closed), node.RequiredText("end") ?? "");
        }
        node.Report($"{node.Path} must have exactly one of {string.Join(", ", KindKeys.Select(k => $"'{k}'"))}: it says what kind of stage this is.");
        _ = node.Entries;
        return new StageRule.End(name, Closed, "");
    }

    private static StageRule.Task Task(string name, YamlNode node, Scope scope) => new(
        name,
        Labels.Of(node),
        ActorReader.Read(node.Required("by"), scope.Pack) ?? ActorRule.One(""),
        node.OptionalMap("collective") is { } meeting ? Labels.Alone(meeting) : null,
        node.Says("pauses", "returner"),
        DueReader.Read(node, scope),
        ReminderReader.Read(node, scope.Pack.Norms.Reminders, scope.Pack),
        Optional(node, scope),
        Actions(node, scope),
        scope.Source);

    private static StageRule.Panel Panel(string name, YamlNode node, Scope scope) => new(
        name,
        Labels.Of(node),
        PanelReader.Read(node.Required("panel")!, scope),
        DueReader.Read(node, scope),
        ReminderReader.Read(node, scope.Pack.Norms.Reminders, scope.Pack),
        Optional(node, scope),
        Actions(node, scope),
        scope.Source);

    private static StageRule.Wait Wait(string name, YamlNode node, Scope scope)
    {
        var wait = node.Required("wait")!;
        var stage = new StageRule.Wait(
            name,
            Labels.Of(node),
            Marks.OptionalUse(wait.Optional("until"), scope.Pack),
            scope.Pack.OptionalName(wait, "for", Kinds.Case),
            scope.Pack.NamesIn(wait, "watched", Kinds.Role),
            DueReader.AskAgain(wait, scope.Pack),
            Actions(node, scope),
            scope.Source);
        if (wait.MustBeMap() && stage is { Until: null, For: null })
        {
            wait.Report($"{wait.Path} must say what it waits for: 'until' a mark, or 'for' a kind of case.");
        }
        wait.RefuseUnknownKeys();
        return stage;
    }

    private static NoticeRule Notice(YamlNode node, Scope scope)
    {
        var objections = node.RequiredMap("objections");
        var rule = new NoticeRule(
            scope.Pack.Name(node, "of", Kinds.Document),
            Entries(node, "entries", scope),
            node.Period("for"),
            objections is null ? "" : scope.Pack.Name(objections, "from", Kinds.Role),
            objections?.Says("named", "required") ?? false,
            Sources.Of(node),
            objections is null ? Source.Norm("") : Sources.Of(objections))
        {
            CountsFirstDay = node.Optional("first-day") is not null ? node.Word("first-day", "not-counted", "counted") == "counted" : null,
        };
        objections?.RefuseUnknownKeys();
        node.RefuseUnknownKeys();
        return rule;
    }

    /// <summary><c>self</c> for this case, or <c>{items: state}</c>.</summary>
    internal static string? Entries(YamlNode node, string key, Scope scope)
    {
        if (node.Required(key) is not { } value || value is { IsScalar: true, Text: "self" })
        {
            return null;
        }
        var state = scope.Pack.Name(value, "items", Kinds.ItemState(scope.Case));
        value.RefuseUnknownKeys();
        return state;
    }

    private static ImmutableArray<TransitionRule> Actions(YamlNode node, Scope scope) => TransitionReader.Read(node.Required("actions"), scope);

    private static ImmutableArray<OptionalAct> Optional(YamlNode node, Scope scope) =>
        scope.Pack.Each(node.OptionalMap("optional"), $"optional act of {scope.Path}", scope.Path, (name, act) => new OptionalAct(
            name,
            Labels.Of(act),
            scope.Pack.Name(act, "by", Kinds.Role),
            act.Says("reason", "required"),
            scope.Pack.NamesIn(act, "needs", Kinds.Document),
            act.Flag("always"),
            Sources.Of(act, scope.Source)));
}
