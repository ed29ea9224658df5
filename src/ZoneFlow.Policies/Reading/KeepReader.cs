using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>keep:</c> how long a case is kept after its end: a term for each final <c>standings</c>, one for <c>readings</c>, with where they come from.</summary>
internal static class KeepReader
{
    public static KeepRule? Read(YamlNode? node, string kind, string path, PackContext pack)
    {
        if (node is null || !node.MustBeMap())
        {
            return null;
        }

        pack.Place(path, node);
        var terms = ImmutableSortedDictionary.CreateBuilder<string, Period>(StringComparer.Ordinal);
        foreach (var (standing, key, term) in node.OptionalMap("standings")?.Entries ?? [])
        {
            pack.Names.Use(Kinds.Standing(kind), standing, key);
            terms[standing] = Times.PeriodOf(term);
        }

        var rule = new KeepRule(terms.ToImmutable(), node.OptionalPeriod("readings"), Sources.Of(node));
        node.RefuseUnknownKeys();
        return rule;
    }
}
