using System.Collections.Immutable;
using System.Globalization;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>Texts read as what they mean. Nothing is guessed: a text that is not one of the forms named is a problem.</summary>
internal static class Scalars
{
    /// <summary>A text, or each text of a list; empty for nothing.</summary>
    public static ImmutableArray<YamlNode> OneOrMany(YamlNode? node) => node switch
    {
        null => [],
        { IsList: true } => node.Items,
        _ => [node],
    };

    public static ImmutableArray<string> Texts(YamlNode? node) => [.. OneOrMany(node).Where(n => n.MustBeText()).Select(n => n.Text)];

    /// <summary><c>true</c> or <c>false</c>; false where the key is missing.</summary>
    public static bool Flag(this YamlNode node, string key) => node.Word(key, "false", "true") == "true";

    /// <summary>True where the key is there, with the one word it may have.</summary>
    public static bool Says(this YamlNode node, string key, string word) => node.Word(key, "", word).Length > 0;

    /// <summary>One word of a closed list; the preset where the key is missing.</summary>
    public static string Word(this YamlNode node, string key, string preset, params ReadOnlySpan<string> others)
    {
        if (node.Optional(key) is not { } value)
        {
            return preset;
        }
        string[] words = preset.Length > 0 ? [preset, .. others] : [.. others];
        if (value.IsScalar && words.Contains(value.Text))
        {
            return value.Text;
        }
        value.Report($"{value.Path} must be {string.Join(" or ", words.Select(w => $"'{w}'"))}.");
        return preset;
    }

    public static decimal Number(this YamlNode node, string key, decimal? preset = null)
    {
        var value = preset is null ? node.Required(key) : node.Optional(key);
        if (value is null)
        {
            return preset ?? 0;
        }
        if (decimal.TryParse(value.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }
        value.Report($"{value.Path} must be a number, such as 8 or 0.80.");
        return preset ?? 0;
    }

    public static int Whole(this YamlNode node, string key, int? preset = null)
    {
        var number = node.Number(key, preset);
        if (number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue)
        {
            return (int)number;
        }
        node.Optional(key)?.Report($"{node.Path}.{key} must be a whole number.");
        return 0;
    }

    public static DateOnly? OptionalDate(this YamlNode node, string key)
    {
        if (node.Optional(key) is not { } value)
        {
            return null;
        }
        if (DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }
        value.Report($"{value.Path} must be a date, such as 2025-04-22.");
        return null;
    }

    /// <summary>The entry of a map that must have exactly one; null, with a problem, otherwise.</summary>
    public static YamlEntry? Single(this YamlNode node, string what)
    {
        if (node.IsMap && node.Entries is [var only])
        {
            return only;
        }
        node.Report($"{node.Path} must be one {what}, written as a map of one key.");
        return null;
    }
}
