using System.Collections.Immutable;
using System.Globalization;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>The cells of one row of a plan's table, by column; what is wrong with one is said of that one.</summary>
internal sealed class PlanRow(ImmutableArray<string> cells, Action<string, Label> report)
{
    public bool HasErrors { get; private set; }

    public string Text(string column) => cells[PlanTable.Columns.Columns.Select(c => c.Name).ToList().IndexOf(column)].Trim();

    public string? Optional(string column) => Text(column) is { Length: > 0 } text ? text : null;

    public void Wrong(string column, Label what)
    {
        HasErrors = true;
        report(column, what);
    }

    public bool Fails(string column, Label what)
    {
        Wrong(column, what);
        return false;
    }

    public T? Choice<T>(string column, ImmutableArray<(string Word, T Value)> words)
        where T : struct
    {
        var text = Text(column);
        foreach (var (word, value) in words)
        {
            if (word == text)
            {
                return value;
            }
        }

        Wrong(column, new Label($"须为{string.Join('、', words.Select(w => w.Word))}之一。", $"One of {string.Join(", ", words.Select(w => w.Word))}."));
        return null;
    }

    public decimal? Number(string column, decimal most)
    {
        if (Optional(column) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, null, out var number) && number >= 0 && number <= most)
        {
            return number;
        }

        Wrong(column, new Label($"“{text}”不是不小于零的数值。", $"\"{text}\" is not a number of at least zero."));
        return null;
    }

    public int? Year(string column)
    {
        if (Optional(column) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, null, out var year) && year is >= 1990 and <= 2100)
        {
            return year;
        }

        Wrong(column, new Label($"“{text}”不是年份。", $"\"{text}\" is not a year."));
        return null;
    }

    public DateOnly? Date(string column)
    {
        if (Optional(column) is not { } text)
        {
            return null;
        }

        if (CivilDate.TryParse(text, out var day))
        {
            return day;
        }

        Wrong(column, new Label($"没有“{text}”这一天，请按2026-12-31的格式填写。", $"There is no date \"{text}\"; write it as 2026-12-31."));
        return null;
    }
}
