using System.Globalization;
using System.Text;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>
/// Every kind of life is lived by a script under every policy that has it, written out as <c>src/ZoneFlow.Policies/Lives.md</c>. Run with
/// ZONEFLOW_GOLDEN set to write it anew, and read the difference before committing it.
/// </summary>
public sealed class LifeTableTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "src", "ZoneFlow.Policies", "Lives.md");
    private static readonly string Scripts = Path.Combine(AppContext.BaseDirectory, "Scripts");

    public static TheoryData<string> Packs => [.. ShippedPacks.Names];

    [Theory]
    [MemberData(nameof(Packs))]
    public void EveryKindOfLife_HasAScriptOrAReason(string pack)
    {
        var table = Of(pack);

        Assert.Equal(LifeTable.Kinds.Select(k => k.Kind).Order(StringComparer.Ordinal), table.Lives.Keys);
        Assert.All(table.Lives, life => Assert.True(life.Value.Script is null != life.Value.None is null, $"{life.Key} needs a script or a reason, and not both."));
        Assert.All(table.Lives.Where(l => l.Value.Script is not null), life => Shows(pack, life.Value.Script!, life.Value.Shows!));
        Assert.All(table.Grounds, g => Shows(pack, g.Script, g.Shows));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void EveryOutcomeAndEveryGroundOfAPack_IsLived(string pack)
    {
        var (table, rules) = (Of(pack), ShippedPacks.Load(pack).Pack!);
        var offered = rules.Procedures.SelectMany(p => p.Stages.SelectMany(s => s.Transitions).Append(p.OpenedBy?.Act)).OfType<TransitionRule>()
            .SelectMany(t => t.Ask).Where(f => f.Name == "ground").SelectMany(f => ((FieldType.Several)f.Type).Options).Distinct();

        Assert.Empty(rules.Outcomes.Keys.Except(table.Grounds.Select(g => g.Outcome).OfType<string>()));
        Assert.Empty(offered.Except(table.Grounds.Select(g => g.Choice).OfType<string>()));
        Assert.All(table.Grounds.Where(g => g.Choice is not null), g => Assert.Contains(g.Choice!, Text(pack, g.Script), StringComparison.Ordinal));
        Assert.Equal(rules.Outcomes.IsEmpty, table.NoGrounds is not null);
        Assert.Empty(table.Grounds.Select(g => g.Outcome).OfType<string>().Except(rules.Outcomes.Keys));
        Assert.Empty(table.Grounds.Select(g => g.Ban).OfType<string>().Except(rules.Bans.Keys));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void EveryScript_IsInTheTable(string pack) => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(Scripts, pack), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal),
        Of(pack).Scripts.Order(StringComparer.Ordinal));

    [Fact]
    public void LivesPage_IsWhatTheTableAndTheScriptsGive()
    {
        var written = Written();
        if (Environment.GetEnvironmentVariable("ZONEFLOW_GOLDEN") is not null)
        {
            File.WriteAllText(Page, written);
            return;
        }

        Assert.Equal(File.ReadAllText(Page), written);
    }

    private static LifeTable Of(string pack) => LifeTable.All.Single(t => t.Pack == pack);

    private static void Shows(string pack, string script, string line) => Assert.Contains(
        line, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", $"{pack}.{script}.yaml.txt")), StringComparison.Ordinal);

    private static string Text(string pack, string script) => File.ReadAllText(Path.Combine(Scripts, pack, $"{script}.yaml"));

    private static string Written()
    {
        var text = new StringBuilder();
        text.Append("# 各类经过 The lives that are lived\n\n");
        text.Append("Each policy's scripts, by the kind of life that they live; each has its journal kept in `tests/ZoneFlow.Policies.Tests/Golden`. ");
        text.Append("Generated from `tests/ZoneFlow.Policies.Tests/Rows/lives.yaml` and from the scripts; do not edit.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| 经过 Life | {string.Join(" | ", LifeTable.All.Select(t => $"{t.Title} `{t.Pack}`"))} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| --- |{string.Concat(LifeTable.All.Select(_ => " --- |"))}\n");
        foreach (var (kind, zh, en) in LifeTable.Kinds)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {zh} {en} | {string.Join(" | ", LifeTable.All.Select(t => Cell(t, kind)))} |\n");
        }

        foreach (var table in LifeTable.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {table.Title} `{table.Pack}`\n\n");
            text.Append(table.NoGrounds is { } none ? $"撤销、取消、终止 How a standing is lost: {none}。\n\n" : "| 撤销、取消、终止 How a standing is lost | 条款 Article | 脚本 Script |\n| --- | --- | --- |\n");
            foreach (var ground in table.Grounds)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {ground.Zh} | {ground.Article} | {Link(table.Pack, ground.Script)} |\n");
            }

            text.Append(table.Grounds.IsEmpty ? "" : "\n").Append("| 脚本 Script | 内容 What |\n| --- | --- |\n");
            foreach (var script in table.Scripts.Order(StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"| {Link(table.Pack, script)} | {About(table.Pack, script)} |\n");
            }
        }

        return text.ToString();
    }

    private static string Cell(LifeTable table, string kind) =>
        table.Lives[kind] is { Script: { } script } ? Link(table.Pack, script) : $"无：{table.Lives[kind].None}";

    private static string Link(string pack, string script) => $"[`{script}`](Scripts/{pack}/{script}.yaml)";

    // What the script says of itself, in the comment that it begins with.
    private static string About(string pack, string script) =>
        string.Join(' ', Text(pack, script).Split('\n').TakeWhile(l => l.StartsWith('#')).Select(l => l.TrimStart('#', ' ').Trim()));
}
