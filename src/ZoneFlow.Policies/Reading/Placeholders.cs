using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>The placeholders that a letter's title and body may hold, in braces: a closed list.</summary>
public static class Placeholders
{
    /// <summary>
    /// <c>zone</c> the zone's name; <c>number</c> the case's number; <c>applicant</c> the party that applied; <c>city</c> the endorsing
    /// body; <c>office</c> the issuing authority; <c>date</c> the civil date of the act; <c>dated</c> the date on the document;
    /// <c>stage</c> the stage left; <c>due</c> the next stage's last day; <c>period</c> the length chosen (6个月); <c>article</c> the
    /// article acted under; <c>reason</c> the reason given; <c>outcome</c> the outcome's label; <c>term-end</c> the last day of the term; <c>item</c> the task of a plan that it is about.
    /// </summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "zone", "number", "applicant", "city", "office", "date", "dated", "stage", "due", "period", "article", "reason", "outcome", "term-end", "item",
    ];

    /// <summary>The placeholders of a text in order; a brace that is not closed ends the list.</summary>
    public static IEnumerable<string> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var close = text.IndexOf('}', open);
            yield return close < 0 ? text[(open + 1)..] : text[(open + 1)..close];
        }
    }

    internal static void Check(string text, YamlNode at)
    {
        foreach (var name in In(text).Where(n => !Known.Contains(n)))
        {
            at.Report($"There is no placeholder '{{{name}}}'; there are: {string.Join(", ", Known.Select(k => $"{{{k}}}"))}.");
        }
    }
}
