using System.Collections.Immutable;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>One policy's rows. Where it is held, each row must be carried by the pack and shown by a test.</summary>
internal sealed record RowPolicy(string Code, string Pack, string Title, bool Held, ImmutableArray<Row> Rows)
{
    public static ImmutableArray<RowPolicy> All { get; } = Read();

    private static ImmutableArray<RowPolicy> Read()
    {
        var problems = new ProblemList();
        var root = YamlDocumentReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rows", "rows.yaml")), "rows.yaml", problems)!;
        var held = root.RequiredList("held").Select(h => h.Text).ToHashSet(StringComparer.Ordinal);
        var all = root.RequiredMap("policies")!.Entries.Select(p => Policy(p.Key, p.Value, held.Contains(p.Key))).ToImmutableArray();
        Assert.Equal("", problems.ToString());
        return all;
    }

    private static RowPolicy Policy(string code, YamlNode node, bool held) => new(
        code, node.RequiredText("pack")!, node.RequiredText("title")!, held,
        [
            .. node.RequiredMap("rows")!.Entries.Select(r => new Row(
                r.Key, r.Value.RequiredText("article")!, r.Value.RequiredText("what")!, [.. r.Value.RequiredList("by").Select(b => b.Text)])),
        ]);
}
