using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>public:</c> what anybody may see of a case: <c>facts</c>, <c>dates</c> and <c>flags</c>, with where the list comes from.</summary>
internal static class PublicReader
{
    private static readonly ImmutableSortedDictionary<string, PublicFact> Facts = Enum.GetValues<PublicFact>()
        .ToImmutableSortedDictionary(f => f.ToString().ToLowerInvariant(), f => f, StringComparer.Ordinal);

    public static PublicRule? Read(YamlNode? node, string kind, string path, PackContext pack)
    {
        if (node is null || !node.MustBeMap())
        {
            return null;
        }

        pack.Place(path, node);
        var facts = ImmutableSortedSet.CreateBuilder<PublicFact>();
        foreach (var at in Scalars.OneOrMany(node.Optional("facts")).Where(n => n.MustBeText()))
        {
            if (Facts.TryGetValue(at.Text, out var fact))
            {
                facts.Add(fact);
            }
            else
            {
                at.Report($"{at.Path} must be {string.Join(" or ", Facts.Keys.Select(f => $"'{f}'"))}: a name and a standing are always public, and nothing else of a case is.");
            }
        }

        var rule = new PublicRule(
            facts.ToImmutable(), Names(node.Optional("dates"), Kinds.Mark, pack), Names(node.Optional("flags"), Kinds.Flag(kind), pack), Sources.Of(node));
        node.RefuseUnknownKeys();
        return rule;
    }

    private static ImmutableSortedSet<string> Names(YamlNode? list, string kind, PackContext pack)
    {
        var names = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var at in Scalars.OneOrMany(list).Where(n => n.MustBeText()))
        {
            pack.Names.Use(kind, at.Text, at);
            names.Add(at.Text);
        }

        return names.ToImmutable();
    }
}
