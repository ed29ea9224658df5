using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>by:</c> one role, a list of which any one will do, or <c>{all: […]}</c>; <c>opener</c> and <c>returner</c> are known.</summary>
internal static class ActorReader
{
    public static ActorRule? Read(YamlNode? node, PackContext pack)
    {
        if (node is null)
        {
            return null;
        }
        if (!node.IsMap)
        {
            return new ActorRule([.. Scalars.OneOrMany(node).Select(n => Role(n, pack))], false);
        }
        var all = new ActorRule([.. node.RequiredList("all").Select(n => Role(n, pack))], true);
        node.RefuseUnknownKeys();
        return all;
    }

    private static string Role(YamlNode node, PackContext pack) =>
        node.Text is ActorRule.Opener or ActorRule.Returner ? node.Text : pack.Use(node, Kinds.Role);
}
