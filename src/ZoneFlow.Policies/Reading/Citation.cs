using System.Collections.Immutable;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>Where a pack says that a value comes from.</summary>
/// <param name="Under">The key at the head of the file that it stands under: <c>duties</c>, <c>clauses</c>.</param>
/// <param name="Articles">Empty where the text is silent.</param>
public sealed record Citation(string Under, ImmutableArray<string> Articles, string? Default)
{
    internal static IEnumerable<Citation> In(YamlNode root) => root.Entries.SelectMany(e => In(e.Key, e.Value));

    private static IEnumerable<Citation> In(string under, YamlNode node)
    {
        var nested = node.IsMap ? node.Entries.Select(e => e.Value) : node.IsList ? node.Items : [];
        var below = nested.SelectMany(n => In(under, n));
        if (!node.IsMap)
        {
            return below;
        }

        // A stage, an input or a column may be called "article" or "default"; a source is a text or a list of texts.
        var article = node.Optional("article") is { IsMap: false } at ? Scalars.Texts(at) : [];
        var reason = node.Optional("default") is { IsScalar: true } why ? why.Text : null;
        return article.IsEmpty && reason is null ? below : below.Prepend(new Citation(under, article, reason));
    }
}
