using System.Collections.Immutable;
using System.Diagnostics;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>The conditions of a transition. A condition that fails is a refusal naming it and its article.</summary>
internal static class Guards
{
    public static Refusal? Fails(
        Turn turn, Procedure? procedure, TransitionRule transition, ImmutableSortedDictionary<string, FieldValue> inputs) =>
        transition.If is { } guard && Why(turn, procedure, transition.Word, guard, inputs) is { } why
            ? new Refusal("guard", why, transition.Source, [])
            : null;

    // What stands against the guard, or null where it holds.
    private static Label? Why(Turn turn, Procedure? procedure, string action, Guard guard, ImmutableSortedDictionary<string, FieldValue> inputs) => guard switch
    {
        Guard.InStanding g => g.Standings.Contains(turn.State.Standing)
            ? null
            : new Label($"当前为“{turn.Case.Standing(turn.State.Standing).Label.Zh}”，不能办理。", "Not in the present standing."),
        Guard.ReceivedBefore g => MarkOf(turn, g.Mark) is { } day && turn.Received < CivilDate.StartOf(day.AddDays(1))
            ? null
            : new Label("已超过受理时间。", "The time for it has passed."),
        Guard.Later g => inputs.TryGetValue(g.Input, out var v) && v is FieldValue.Day d && MarkOf(turn, g.Mark) is { } now && d.Value > now
            ? null
            : new Label("新日期须晚于原日期。", "The new date must be later than the present one."),
        Guard.InOrder g => Order(inputs, g.First, g.Second)
            ? null
            : new Label("两个日期的先后有误。", "The two dates are in the wrong order."),
        Guard.Past g => MarkOf(turn, g.Mark) is { } end && turn.Today > end
            ? null
            : new Label(
                $"须在{MarkLabel(turn, g.Mark).Zh}（{MarkOf(turn, g.Mark):yyyy-MM-dd}）之后办理。",
                $"Only after {MarkLabel(turn, g.Mark).En} ({MarkOf(turn, g.Mark):yyyy-MM-dd})."),
        Guard.NotBanned g => Banned(turn, g),
        Guard.NotRunning g => turn.State.IsRunning(g.Procedure)
            ? new Label($"“{turn.Pack.Procedure(g.Procedure).Label.Zh}”正在进行。", $"\"{turn.Pack.Procedure(g.Procedure).Label.En}\" is running.")
            : null,
        Guard.NoItem g => turn.State.Items.Any(i => i.State == g.State)
            ? new Label($"尚有“{turn.Case.ItemStates[g.State].Zh}”的对象。", $"Some items are still {turn.Case.ItemStates[g.State].En}.")
            : null,
        Guard.EveryItem g => turn.State.Items.All(i => i.State == g.State)
            ? null
            : new Label($"尚有对象不是“{turn.Case.ItemStates[g.State].Zh}”。", $"Not every item is {turn.Case.ItemStates[g.State].En}."),
        Guard.MembersAreItems => turn.Signal.LookedUp.Members.Select(m => m.Value).ToHashSet().SetEquals(turn.State.Items.Select(i => i.Key))
            ? null
            : new Label("名单与提请单位不一致，可能有消息尚未到达，请稍后再试。", "The list and the cases that name it differ; a message may be on its way. Try again shortly."),
        Guard.NotIn g => inputs.TryGetValue(g.Input, out var value) && turn.Signal.LookedUp.SupportedItems.Contains(value.ToString()!)
            ? new Label("该事项已获得支持，不重复支持。", "This has already been supported.")
            : null,
        Guard.FundRulesMet => Funds.Broken(turn, procedure, action),
        Guard.FundRulesBroken => Funds.Broken(turn, procedure, action) is null
            ? new Label("资金比例已达到要求，不能按未达标办结。", "The fund rules are met; the year is not closed in breach.")
            : null,
        Guard.IndicatorsMet => PlanTargets.Unmet(turn, procedure, inputs),
        Guard.InstrumentsIssued => PlanTargets.Unissued(turn, procedure, inputs),
        Guard.All g => g.Guards.Select(x => Why(turn, procedure, action, x, inputs)).FirstOrDefault(w => w is not null),
        Guard.Any g => AtLeast(turn, procedure, action, 1, g.Guards, inputs),
        Guard.AtLeast g => AtLeast(turn, procedure, action, g.Count, g.Guards, inputs),
        _ => throw new UnreachableException(),
    };

    private static Label? Banned(Turn turn, Guard.NotBanned guard)
    {
        var subjects = guard.Subjects.SelectMany(s => BanSubjects.Of(turn, s)).ToHashSet(StringComparer.Ordinal);
        return turn.Signal.LookedUp.Bans.FirstOrDefault(
            b => !b.WarnsOnly && subjects.Contains(b.Subject) && b.Scope.Contains(guard.Scope) && BanSubjects.IsInForce(b, turn.Today)) is { } ban
            ? new Label(
                $"{ban.Subject}自{ban.First:yyyy-MM-dd}至{ban.Last:yyyy-MM-dd}不得参与“{guard.Scope}”（{ban.Article}）。",
                $"{ban.Subject} is barred from this from {ban.First:yyyy-MM-dd} to {ban.Last:yyyy-MM-dd} ({ban.Article}).")
            : null;
    }

    private static bool Order(ImmutableSortedDictionary<string, FieldValue> inputs, string first, string second) =>
        inputs.TryGetValue(first, out var a) && a is FieldValue.Day earlier
        && inputs.TryGetValue(second, out var b) && b is FieldValue.Day later && earlier.Value <= later.Value;

    private static Label? AtLeast(
        Turn turn, Procedure? procedure, string action, int count, ImmutableArray<Guard> guards, ImmutableSortedDictionary<string, FieldValue> inputs)
    {
        var against = guards.Select(g => Why(turn, procedure, action, g, inputs)).Where(w => w is not null).ToList();
        return guards.Length - against.Count >= count ? null : against[0];
    }

    // "round.closes" is a mark of the round that was looked up; any other is the case's own.
    private static DateOnly? MarkOf(Turn turn, string name)
    {
        if (name.StartsWith("round.", StringComparison.Ordinal))
        {
            return turn.Signal.LookedUp.RoundMarks.TryGetValue(name["round.".Length..], out var day) ? day : null;
        }

        return turn.State.Marks.TryGetValue(name, out var mark) ? mark.Date : null;
    }

    private static Label MarkLabel(Turn turn, string name) =>
        turn.Pack.MarkLabels.TryGetValue(name, out var label) ? label : new Label(name, name);
}
