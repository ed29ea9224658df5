using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>
/// Where a value comes from: <c>article:</c>, <c>default:</c>, or both. A construct's own keys replace what it would inherit. A transition
/// inherits its stage's source, a stage its procedure's, an input its transition's, a form's field its section's. A period, a date and
/// everything else that binds somebody inherits nothing: it must say so itself.
/// </summary>
internal static class Sources
{
    public static Source? Own(YamlNode node)
    {
        var article = node.Has("article") ? string.Join('、', Scalars.Texts(node.Optional("article"))) : null;
        _ = node.Optional("article");
        var reason = node.OptionalText("default");
        return article is null && reason is null ? null : new Source(article, reason);
    }

    public static Source Of(YamlNode node, Source? inherited = null)
    {
        if ((Own(node) ?? inherited) is { } source)
        {
            return source;
        }
        node.Report($"{node.Path} needs 'article:' (the text says so) or 'default:' (the text is silent, and why this was chosen).");
        return Source.Norm("");
    }
}
