using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

internal static class Labels
{
    /// <summary>The keys <c>zh</c> and <c>en</c> of a construct; without a preset, <c>zh</c> must be there.</summary>
    public static Label Of(YamlNode node, Label? preset = null)
    {
        if (preset is not null && !node.Has("zh") && !node.Has("en"))
        {
            (_, _) = (node.Optional("zh"), node.Optional("en"));
            return preset;
        }
        return new Label(node.RequiredText("zh") ?? "", node.OptionalText("en"));
    }

    /// <summary>A label under a key of its own: <c>title: {zh: …, en: …}</c>.</summary>
    public static Label Under(YamlNode node, string key) => node.RequiredMap(key) is { } at ? Alone(at) : new Label("");

    public static Label Alone(YamlNode node)
    {
        var label = Of(node);
        node.RefuseUnknownKeys();
        return label;
    }
}
