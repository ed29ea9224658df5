using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>
/// <c>rosters:</c> lists that conditions are counted from. A count reads as a sentence: <c>{rows: all}</c>, <c>{where: sme}</c>,
/// <c>{where: kind, is: 物理性集聚}</c>, <c>{sum: patents}</c>.
/// </summary>
internal static class RosterReader
{
    public static RosterRule Read(string name, YamlNode node, PackContext pack)
    {
        var kind = pack.Name(node, "case", Kinds.Case);
        var source = Sources.Of(node);
        return new RosterRule(
            name,
            Labels.Of(node),
            kind,
            pack.NamesIn(node, "by", Kinds.Role),
            pack.NamesIn(node, "while", Kinds.Standing(kind)),
            pack.Each(node.OptionalMap("columns"), $"column of {name}", $"rosters/{name}/columns", (n, at) => FieldReader.Read(n, at, null, source, pack, kind)),
            Counts(node, pack, name),
            node.OptionalMap("watch") is { } watch ? Watch(watch, pack) : null,
            source);
    }

    private static ImmutableArray<RosterCount> Counts(YamlNode node, PackContext pack, string roster) =>
        pack.Each(node.RequiredMap("counts"), $"count of {roster}", $"rosters/{roster}/counts", (name, at) =>
        {
            var (rows, where, @is, sum) = (at.Says("rows", "all"), at.OptionalText("where"), at.OptionalText("is"), at.OptionalText("sum"));
            if (rows == (where is not null || sum is not null))
            {
                at.Report($"{at.Path} counts 'rows: all', those 'where:' a column is so, or the 'sum:' of a column.");
            }
            if (@is is not null && where is null)
            {
                at.Report($"{at.Path} says 'is:' of no column; name one under 'where:'.");
            }
            return new RosterCount(name, where, @is, sum);
        });

    private static RosterWatch Watch(YamlNode node, PackContext pack)
    {
        var watch = new RosterWatch(Scalars.Texts(node.Required("criteria")), pack.NamesIn(node, "tell", Kinds.Role), Sources.Of(node));
        node.RefuseUnknownKeys();
        return watch;
    }
}
