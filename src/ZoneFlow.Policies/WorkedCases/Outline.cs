using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.WorkedCases;

/// <summary>Fills the columns of one row into what a case writes once for all its rows: <c>$due</c>, <c>annual-report/$year</c>, <c>$designated -40d</c>.</summary>
internal sealed partial class Outline(ImmutableSortedDictionary<string, YamlNode> columns, ProblemList problems, HashSet<string> used)
{
    /// <summary>The same node with every column filled in; a column that the row lacks is a problem.</summary>
    public YamlNode Fill(YamlNode node)
    {
        if (node.IsList)
        {
            return new YamlNode(node.File, node.Line, node.Path, problems, [.. node.Items.Select(Fill)]);
        }

        if (!node.IsMap)
        {
            return Whole().Match(node.Text) is { Success: true } whole && Column(whole.Groups[1].Value, node) is { } column
                ? Again(column)
                : new YamlNode(node.File, node.Line, node.Path, problems, Text(node));
        }

        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        foreach (var (_, key, value) in node.Entries)
        {
            var filled = Text(key);
            if (entries.Any(e => e.Key == filled))
            {
                problems.Add(key, $"The key '{filled}' stands twice here once the row is filled in.");
                continue;
            }

            entries.Add(new YamlEntry(filled, new YamlNode(key.File, key.Line, key.Path, problems, filled), Fill(value)));
        }

        return new YamlNode(node.File, node.Line, node.Path, problems, entries.ToImmutable());
    }

    /// <summary>The same columns and some more, which may be written in terms of them.</summary>
    public Outline With(YamlNode? more)
    {
        var all = columns;
        foreach (var (name, _, value) in more?.Entries ?? [])
        {
            all = all.SetItem(name, Fill(value));
            used.Add(name);
        }

        return new Outline(all, problems, used);
    }

    private string Text(YamlNode node) => Part().Replace(node.Text, part =>
    {
        if (Column(part.Groups[1].Value, node) is not { } column)
        {
            return "";
        }

        if (part.Groups[3].Length == 0)
        {
            return column.Text;
        }

        if (!DateOnly.TryParseExact(column.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !int.TryParse($"{part.Groups[2].Value}{part.Groups[3].Value}", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days)
            || day.DayNumber + (long)days < 0 || day.DayNumber + (long)days > DateOnly.MaxValue.DayNumber)
        {
            problems.Add(node, $"'{part.Value}' counts days from '{column.Text}', which is no date such as 2025-05-20, or leads out of the calendar.");
            return "";
        }

        return day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    });

    private YamlNode? Column(string name, YamlNode at)
    {
        used.Add(name);
        if (columns.TryGetValue(name, out var column))
        {
            return column;
        }

        problems.Add(at, $"No column '{name}' is given here; there are: {string.Join(", ", columns.Keys)}.");
        return null;
    }

    private YamlNode Again(YamlNode column) => column.IsList
        ? new YamlNode(column.File, column.Line, column.Path, problems, [.. column.Items.Select(Again)])
        : new YamlNode(column.File, column.Line, column.Path, problems, column.Text);

    [GeneratedRegex(@"^\$([a-z]+(?:-[a-z]+)*)$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\$([a-z]+(?:-[a-z]+)*)(?: ([+-])([0-9]+)d(?![a-z0-9]))?")]
    private static partial Regex Part();
}
