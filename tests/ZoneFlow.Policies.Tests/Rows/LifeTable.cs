using System.Collections.Immutable;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>Which script lives which kind of life under one policy, as <c>lives.yaml</c> says.</summary>
/// <param name="Lives">By kind of life.</param>
/// <param name="Grounds">One for each way in which a standing or a right is lost; empty where <paramref name="NoGrounds"/> says why.</param>
/// <param name="Others">Scripts that live something else beside.</param>
internal sealed record LifeTable(
    string Pack, string Title, ImmutableSortedDictionary<string, LifeTable.Life> Lives, ImmutableArray<LifeTable.Ground> Grounds, string? NoGrounds,
    ImmutableArray<string> Others)
{
    /// <summary>The kinds of life in the order of the table, each with its names.</summary>
    public static ImmutableArray<(string Kind, string Zh, string En)> Kinds { get; private set; }

    public static ImmutableArray<LifeTable> All { get; } = Read();

    public IEnumerable<string> Scripts => Lives.Values.Select(l => l.Script).OfType<string>().Concat(Grounds.Select(g => g.Script)).Concat(Others).Distinct();

    private static ImmutableArray<LifeTable> Read()
    {
        var problems = new ProblemList();
        var root = YamlDocumentReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rows", "lives.yaml")), "lives.yaml", problems)!;
        Kinds = [.. root.RequiredMap("kinds")!.Entries.Select(k => (k.Key, k.Value.RequiredText("zh")!, k.Value.RequiredText("en")!))];
        var all = root.RequiredMap("policies")!.Entries.Select(p => Policy(p.Key, p.Value)).ToImmutableArray();
        Assert.Equal("", problems.ToString());
        return all;
    }

    private static LifeTable Policy(string pack, YamlNode node)
    {
        var grounds = node.Required("grounds")!;
        return new LifeTable(
            pack, node.RequiredText("title")!,
            node.RequiredMap("lives")!.Entries.ToImmutableSortedDictionary(
                l => l.Key, l => new Life(l.Value.OptionalText("script"), l.Value.OptionalText("shows"), l.Value.OptionalText("none")), StringComparer.Ordinal),
            grounds.IsList
                ? [.. grounds.Items.Select(g => new Ground(
                    g.RequiredText("article")!, g.RequiredText("zh")!, g.RequiredText("script")!, g.OptionalText("outcome"), g.OptionalText("ban"),
                    g.OptionalText("ground"), g.RequiredText("shows")!))]
                : [],
            grounds.IsList ? null : grounds.RequiredText("none"),
            [.. node.OptionalList("others").Select(o => o.Text)]);
    }

    /// <param name="None">Why the policy has no such life, where it has no script.</param>
    internal sealed record Life(string? Script, string? Shows, string? None);

    /// <param name="Outcome">The outcome of the pack that is applied.</param>
    /// <param name="Ban">Or the ban that is imposed by itself.</param>
    /// <param name="Choice">The ground as an official chooses it, where the pack offers a choice.</param>
    internal sealed record Ground(string Article, string Zh, string Script, string? Outcome, string? Ban, string? Choice, string Shows);
}
