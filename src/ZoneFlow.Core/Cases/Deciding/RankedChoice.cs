using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>A list chosen by a ranking: how far it leaves the order, and whether it takes one of two equals.</summary>
/// <param name="PassedOver">Items left out although an item further down was chosen.</param>
/// <param name="Tied">Items left out although their equal was chosen.</param>
internal readonly record struct RankedChoice(ImmutableArray<Item> PassedOver, ImmutableArray<Item> Tied)
{
    public static RankedChoice Of(Turn turn, FieldType.Items type, FieldValue.Many chosen)
    {
        var items = turn.State.Items.Where(i => i.State == type.State && i.Place is not null).ToList();
        var lowest = items.Where(i => chosen.Values.Contains(i.Key)).Max(i => i.Place);
        var left = items.Where(i => !chosen.Values.Contains(i.Key)).ToList();
        return new RankedChoice([.. left.Where(i => i.Place < lowest)], [.. left.Where(i => i.Place == lowest)]);
    }

    /// <summary>What is wrong with the choice, or null.</summary>
    public static Label? Wrong(Turn turn, FieldType.Items type, FieldValue.Many chosen, bool hasReason)
    {
        if (chosen.Values.Distinct().Count() != chosen.Values.Length)
        {
            return new Label("同一对象选了两次。", "One of them was chosen twice.");
        }

        if (type.AtMost is { } field && turn.State.Fields.TryGetValue(field, out var most) && most is FieldValue.Number { Value: var number }
            && chosen.Values.Length > number)
        {
            return new Label($"不得超过{number:0}个，现为{chosen.Values.Length}个。", $"At most {number:0}; there are {chosen.Values.Length}.");
        }

        if (!type.Ranked || hasReason)
        {
            return null;
        }

        var choice = Of(turn, type, chosen);
        if (choice.PassedOver.Length > 0)
        {
            return new Label(
                $"未按综合排名确定，须说明理由（排名在前而未选：{Titles(choice.PassedOver)}）。",
                $"Leaving the order of the ranking needs a reason (passed over: {Titles(choice.PassedOver)}).");
        }

        return choice.Tied.Length == 0 || TiesAreTheMeetings(turn)
            ? null
            : new Label($"排名并列而未选的，须说明理由：{Titles(choice.Tied)}。", $"Leaving out an equal needs a reason: {Titles(choice.Tied)}.");
    }

    /// <summary>Keeps for the record that the meeting left the order, or chose between equals.</summary>
    public static void Record(Turn turn, string procedure, FieldRule field, FieldType.Items type, FieldValue.Many chosen, Confided? reason)
    {
        var choice = Of(turn, type, chosen);
        if (choice.PassedOver.Length + choice.Tied.Length > 0)
        {
            var taken = turn.State.Items.Where(i => chosen.Values.Contains(i.Key)).ToImmutableArray();
            turn.Record(new Change.DiscretionUsed(
                procedure, field.Name, Titles(taken), Titles([.. taken, .. choice.PassedOver, .. choice.Tied]), reason));
        }
    }

    private static bool TiesAreTheMeetings(Turn turn) => turn.Pack.Procedures.Where(p => p.Case == turn.State.Kind)
        .SelectMany(p => p.Stages).OfType<StageRule.Panel>().Any(p => p.Rule is { OverItems: not null, TiesToMeeting: true });

    private static string Titles(ImmutableArray<Item> items) => string.Join('、', items.Select(i => i.Title));
}
