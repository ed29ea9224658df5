using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>
/// <c>due:</c> one of <c>{none: true, ask-again: 30d}</c>, <c>{within: 10wd, from: mark}</c>, <c>{within: $window, from: mark}</c>,
/// <c>{at: mark}</c> and <c>{by: duty}</c>. Only the last inherits its source.
/// </summary>
internal static class DueReader
{
    public static DueRule Read(YamlNode stage, Scope scope)
    {
        var nothing = new DueRule.None(default, Source.Norm(""));
        if (stage.RequiredMap("due") is not { } node)
        {
            return nothing;
        }
        var due = Shape(node, scope);
        if (due is null)
        {
            node.Report($"{node.Path} must say 'within', 'at', 'by: duty' or 'none: true'.");
        }
        node.RefuseUnknownKeys();
        return due ?? nothing;
    }

    private static DueRule? Shape(YamlNode node, Scope scope)
    {
        if (node.Has("within"))
        {
            return Within(node.Required("within")!, node, scope);
        }
        if (node.Has("at"))
        {
            return new DueRule.At(Marks.Use(node.Required("at"), scope.Pack), Sources.Of(node));
        }
        if (node.Has("by") && node.Says("by", "duty"))
        {
            return new DueRule.ByDuty(Sources.Of(node, scope.Source));
        }
        return node.Flag("none") ? new DueRule.None(AskAgain(node, scope.Pack), Sources.Of(node)) : null;
    }

    private static DueRule.Within Within(YamlNode length, YamlNode node, Scope scope)
    {
        var input = length.Text.StartsWith('$') ? length.Text[1..] : null;
        return new DueRule.Within(
            input is null ? Times.PeriodOf(length) : null, input, Marks.OptionalUse(node.Optional("from"), scope.Pack), Sources.Of(node));
    }

    /// <summary>How often a holder without a date is asked again: its own, or else the norms'.</summary>
    public static Core.Calendars.Period AskAgain(YamlNode node, PackContext pack)
    {
        if ((node.OptionalPeriod("ask-again") ?? pack.Norms.AskAgain) is { } period)
        {
            return period;
        }
        node.Report($"{node.Path} needs 'ask-again:', since the norms have none.");
        return default;
    }
}
