using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Checks answers and inputs against the fields that asked for them.</summary>
internal static class Inputs
{
    /// <summary>What is wrong with the inputs of an action, one line a field.</summary>
    public static IEnumerable<RefusalDetail> Wrong(
        Turn turn, ImmutableArray<FieldRule> asked, ImmutableSortedDictionary<string, FieldValue> inputs, bool hasReason)
    {
        foreach (var name in inputs.Keys.Where(name => asked.All(f => f.Name != name)))
        {
            yield return new RefusalDetail(name, new Label("没有这一项。", "There is no such field."));
        }

        foreach (var field in asked)
        {
            if (!inputs.TryGetValue(field.Name, out var value) || (field.Required && IsBlank(value)))
            {
                if (field.Required)
                {
                    yield return new RefusalDetail(field.Name, new Label("必填。", "Required."), field.Source);
                }
            }
            else if (field.Private != value is FieldValue.Private)
            {
                yield return new RefusalDetail(field.Name, new Label("格式不符。", "Not of the right kind."), field.Source);
            }
            else if (WhatIsWrong(turn, field.Type, value, hasReason) is { } wrong)
            {
                yield return new RefusalDetail(field.Name, wrong, field.Source);
            }
        }
    }

    /// <summary>What is wrong with answers given so far; a form may be kept half filled in.</summary>
    public static IEnumerable<RefusalDetail> WrongSoFar(Turn turn, ImmutableSortedDictionary<string, FieldValue> answers) =>
        Wrong(turn, [.. turn.Pack.Form.Select(f => f with { Required = false })], answers, false);

    /// <summary>Nothing was said: a text of blanks, a choice of nothing, a table without rows.</summary>
    public static bool IsBlank(FieldValue value) => value switch
    {
        FieldValue.Text text => string.IsNullOrWhiteSpace(text.Value),
        FieldValue.Many many => many.Values.IsEmpty,
        FieldValue.Table table => table.Rows.IsEmpty,
        FieldValue.Measures measures => measures.Values.IsEmpty,
        _ => false,
    };

    private static Label? WhatIsWrong(Turn turn, FieldType type, FieldValue value, bool hasReason) => (type, value) switch
    {
        (_, FieldValue.Private) when type is FieldType.Text => null,
        (FieldType.Text t, FieldValue.Text v) => v.Value.Length <= t.Longest
            ? null
            : new Label($"不得超过{t.Longest}字，现为{v.Value.Length}字。", $"At most {t.Longest} characters; there are {v.Value.Length}."),
        (FieldType.Whole t, FieldValue.Number v) => decimal.Truncate(v.Value) == v.Value && v.Value >= t.Least && v.Value <= t.Most
            ? null
            : new Label($"须为{t.Least}至{t.Most}的整数。", $"A whole number from {t.Least} to {t.Most}."),
        (FieldType.Number t, FieldValue.Number v) => v.Value >= t.Least && v.Value <= t.Most
            ? null
            : new Label($"须在{t.Least}至{t.Most}之间。", $"Between {t.Least} and {t.Most}."),
        (FieldType.Money, FieldValue.Number v) => v.Value >= 0 && decimal.Round(v.Value, 2) == v.Value
            ? null
            : new Label("须为不小于零的金额，精确到分。", "An amount of at least zero, to the fen."),
        (FieldType.YesNo, FieldValue.Flag) => null,
        (FieldType.Date t, FieldValue.Day v) => WrongDate(turn, t, v.Value),
        (FieldType.Choice t, FieldValue.Text v) => t.Options.Contains(v.Value) ? null : NotOffered(v.Value),
        (FieldType.Several t, FieldValue.Many v) => v.Values.FirstOrDefault(x => !t.Options.Contains(x)) is { } other ? NotOffered(other) : null,
        (FieldType.Span t, FieldValue.Span v) => WrongSpan(turn, t, v.Value, hasReason),
        (FieldType.Table t, FieldValue.Table v) => v.Rows.Length > t.MostRows
            ? new Label($"不得超过{t.MostRows}行。", $"At most {t.MostRows} rows.")
            : v.Rows.Any(r => r.Length != t.Columns.Length) ? new Label("各行的列数不符。", "A row has another number of columns.") : null,
        (FieldType.Items t, FieldValue.Many v) => v.Values.FirstOrDefault(x => turn.State.Item(x)?.State != t.State) is { } key
            ? NotOffered(key)
            : RankedChoice.Wrong(turn, t, v, hasReason),
        (FieldType.Item t, FieldValue.Text v) => turn.State.Item(v.Value) is { } item && (t.State is null || item.State == t.State) ? null : NotOffered(v.Value),
        (FieldType.Units t, FieldValue.Many v) => v.Values.FirstOrDefault(x => !IsUnit(turn, t, x)) is { } other ? NotOffered(other)
            : v.Values.FirstOrDefault(turn.Signal.LookedUp.GoneUnits.Contains) is { } gone ? Gone(turn.Pack.Units[gone].Label) : null,
        (FieldType.Indicators, FieldValue.Measures) => null,
        (FieldType.Instrument, FieldValue.Text) => null,
        (FieldType.Plan, FieldValue.Table) => null,
        (FieldType.FundEntry, FieldValue.Text) => null,
        (FieldType.Case t, FieldValue.Text) => turn.Signal.LookedUp.RoundStanding is { } standing && t.Standings.Contains(standing)
            ? null
            : new Label("没有可供提交的批次。", "There is no such round to join."),
        (FieldType.Party, FieldValue.Text v) => turn.Signal.LookedUp.Parties.Contains(new PartyId(v.Value)) ? null : NotOffered(v.Value),
        _ => new Label("格式不符。", "Not of the right kind."),
    };

    private static Label? WrongDate(Turn turn, FieldType.Date type, DateOnly date) =>
        type.NotAfterToday && date > turn.Today
            ? new Label($"不得晚于今天（{turn.Today:yyyy-MM-dd}）。", $"Not after today ({turn.Today:yyyy-MM-dd}).")
            : type.NotBefore == "today" && date < turn.Today
                ? new Label($"不得早于今天（{turn.Today:yyyy-MM-dd}）。", $"Not before today ({turn.Today:yyyy-MM-dd}).")
            : type.NotBefore is { } name && turn.State.Marks.TryGetValue(name, out var mark) && date < mark.Date
                ? new Label($"不得早于{mark.Date:yyyy-MM-dd}。", $"Not before {mark.Date:yyyy-MM-dd}.")
                : null;

    private static Label? WrongSpan(Turn turn, FieldType.Span type, Period chosen, bool hasReason)
    {
        if (IsWithin(turn, type, chosen) || (type.OutsideNeedsReason && hasReason))
        {
            return null;
        }

        return type.OutsideNeedsReason
            ? new Label($"超出{type.Least}—{type.Most}的，须说明理由。", $"Outside {type.Least} to {type.Most} it needs a reason.")
            : new Label($"须在{type.Least}—{type.Most}之内。", $"Between {type.Least} and {type.Most}.");
    }

    public static bool IsWithin(Turn turn, FieldType.Span type, Period chosen)
    {
        var ends = new[] { type.Least, chosen, type.Most }.Select(p => Deadlines.Compute(p, turn.Today, turn.Calendar, Reckoning.Term).Last).ToArray();
        return ends[0] <= ends[1] && ends[1] <= ends[2];
    }

    private static bool IsUnit(Turn turn, FieldType.Units type, string key) =>
        turn.Pack.Units.TryGetValue(key, out var unit) && !unit.IsGroup && (type.Of is null || Units.Members(turn.Pack, type.Of).Contains(key));

    private static Label Gone(Label unit) =>
        new($"“{unit.Zh}”已撤并，现无单位承担，请另行指定。", $"\"{unit.En ?? unit.Zh}\" has been merged away: no body is it today. Name another.");

    private static Label NotOffered(string value) => new($"没有选项“{value}”。", $"\"{value}\" is not offered.");
}
