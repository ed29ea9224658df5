using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Whether an item has reached what it was to reach.</summary>
internal static class PlanTargets
{
    /// <summary>The targets that verified values do not show to be reached, in words, or null.</summary>
    public static Label? Unmet(Turn turn, Procedure? procedure, ImmutableSortedDictionary<string, FieldValue> inputs)
    {
        if (Item(turn, procedure, inputs) is not { } item)
        {
            return null;
        }

        var unmet = PlanSteps.Indicators(turn, item.Key)
            .Select(i => (Rule: i, Achievement.Of(i, item.Key, turn.Signal.LookedUp.Values, turn.Today).State))
            .Where(i => i.State is not (AchievementState.Met or AchievementState.Narrative)).ToList();
        return unmet.Count == 0
            ? null
            : new Label(
                string.Join("；", unmet.Select(u => $"“{u.Rule.Label.Zh}”{Zh(u.State)}")) + "。",
                string.Join("; ", unmet.Select(u => $"\"{u.Rule.Label.En ?? u.Rule.Label.Zh}\" {En(u.State)}")) + ".");
    }

    public static Label? Unissued(Turn turn, Procedure? procedure, ImmutableSortedDictionary<string, FieldValue> inputs)
    {
        if (Item(turn, procedure, inputs) is not { } item)
        {
            return null;
        }

        var issued = turn.State.Item(item.Key)!.Issued;
        var missing = item.Instruments.Where(i => !issued.Contains(i.Name)).Select(i => i.Label).ToList();
        return missing.Count == 0
            ? null
            : new Label(
                $"尚未出台：{string.Join('、', missing.Select(m => m.Zh))}。", $"Not issued yet: {string.Join(", ", missing.Select(m => m.En ?? m.Zh))}.");
    }

    private static ItemRule? Item(Turn turn, Procedure? procedure, ImmutableSortedDictionary<string, FieldValue> inputs) =>
        (Units.ItemOf(procedure) ?? (inputs.TryGetValue(Units.Item, out var named) ? named.ToString() : null)) is { } key ? turn.Pack.Item(key) : null;

    private static string Zh(AchievementState state) => state switch
    {
        AchievementState.BaselineMissing => "基数尚未确认",
        AchievementState.NotMeasured => "尚无经确认的数值",
        _ => "未达到目标",
    };

    private static string En(AchievementState state) => state switch
    {
        AchievementState.BaselineMissing => "has no confirmed baseline",
        AchievementState.NotMeasured => "has no verified value",
        _ => "has not reached its target",
    };
}
