using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>
/// <c>remind: [30d, 3wd, 0]</c> and <c>overdue: {tell: […], then: {after: 10wd, tell: […]}}</c> of the norms, a stage or a duty.
/// What a stage or a duty does not say, it inherits from the norms.
/// </summary>
internal static class ReminderReader
{
    public static Norms Norms(YamlNode? node, PackContext pack)
    {
        if (node is null || !node.MustBeMap())
        {
            return Reading.Norms.None;
        }
        var source = Sources.Of(node);
        var norms = new Norms(Read(node, ReminderRule.Silent with { Source = source }, pack), node.OptionalPeriod("ask-again"));
        node.RefuseUnknownKeys();
        return norms;
    }

    public static ReminderRule Read(YamlNode node, ReminderRule inherited, PackContext pack)
    {
        var rungs = node.Optional("remind") is { } remind && remind.MustBeList()
            ? [.. remind.Items.Select(Rung)]
            : inherited.Rungs;
        if (node.OptionalMap("overdue") is not { } overdue)
        {
            return inherited with { Rungs = rungs };
        }
        var then = overdue.OptionalMap("then");
        var rule = new ReminderRule(
            rungs,
            pack.NamesIn(overdue, "tell", Kinds.Role),
            then?.Period("after"),
            then is null ? [] : pack.NamesIn(then, "tell", Kinds.Role),
            Sources.Own(overdue) ?? inherited.Source);
        then?.RefuseUnknownKeys();
        overdue.RefuseUnknownKeys();
        return rule;
    }

    /// <summary><c>0</c> is the last day itself.</summary>
    private static Period? Rung(YamlNode node) => node.Text == "0" ? null : Times.PeriodOf(node);
}
