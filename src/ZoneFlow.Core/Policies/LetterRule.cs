using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>A letter or mail of the pack: whom it is for and its words, with placeholders in braces from a closed list.</summary>
/// <param name="To">The roles it is served on.</param>
public sealed record LetterRule(string Name, Label Title, Label Body, ImmutableArray<string> To, Source Source)
{
    public LetterFormat Format { get; init; } = LetterFormat.Document;

    /// <summary>Whether its text also goes out by mail when it is issued; one that is not is only printed.</summary>
    public bool Mailed { get; init; } = true;

    /// <summary>Who may draw it up and when, where no step issues it; null for a letter of a decision.</summary>
    public LetterDemand? Demand { get; init; }

    /// <summary>The placeholders of its Chinese title and body, each once.</summary>
    public IEnumerable<string> Placeholders => PlaceholdersIn(Title.Zh).Concat(PlaceholdersIn(Body.Zh)).Distinct();

    /// <summary>The placeholders of a text in order; a brace that is not closed ends the list.</summary>
    public static IEnumerable<string> PlaceholdersIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var close = text.IndexOf('}', open);
            yield return close < 0 ? text[(open + 1)..] : text[(open + 1)..close];
        }
    }
}
