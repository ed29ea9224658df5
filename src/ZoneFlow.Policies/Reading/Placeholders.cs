using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>The placeholders that a letter's title and body may hold, in braces: a closed list.</summary>
public static class Placeholders
{
    /// <summary>
    /// <c>zone</c> the zone's name; <c>number</c> the case's number; <c>applicant</c> the party that applied; <c>city</c> the endorsing
    /// body; <c>office</c> the issuing authority; <c>date</c> the civil date of the act; <c>dated</c> the date on the document;
    /// <c>stage</c> the stage left; <c>due</c> the next stage's last day; <c>period</c> the length chosen (6个月); <c>article</c> the
    /// article acted under; <c>reason</c> the reason given; <c>outcome</c> the outcome's label; <c>term-end</c> the last day of the term; <c>item</c> the task of a plan that it is about and <c>lead</c> the units that lead it;
    /// <c>issuer</c> the office that acts, or the issuing authority where nobody did; <c>policy</c> the policy's title; <c>procedure</c> the
    /// procedure's label; <c>entries</c> what a public notice lists, a line each; <c>look-up</c> the address at which a certificate is looked
    /// up and <c>certificate-code</c> its code.
    /// </summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "zone", "number", "applicant", "city", "office", "date", "dated", "stage", "due", "period", "article", "reason", "outcome", "term-end", "item",
        "lead", "issuer", "policy", "procedure", "entries", "look-up", "certificate-code",
    ];

    internal static void Check(string text, YamlNode at)
    {
        foreach (var name in LetterRule.PlaceholdersIn(text).Where(n => !Known.Contains(n)))
        {
            at.Report($"There is no placeholder '{{{name.Split('\n')[0]}}}'; there are: {string.Join(", ", Known.Select(k => $"{{{k}}}"))}.");
        }
    }
}
