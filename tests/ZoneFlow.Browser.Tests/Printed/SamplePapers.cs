using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Web.Papers;

namespace ZoneFlow.Browser.Tests.Printed;

/// <summary>Every letter and form of the five packs, with values such as an office would have.</summary>
internal static class SamplePapers
{
    public const string Number = "辽知发〔2025〕12号";

    private static readonly string[] Packs = ["liaoning-2025", "jilin-2018", "beijing-2023", "xuzhou-quanshan-2024", "shenyang-2020"];

    public static IReadOnlyDictionary<string, Paper> Letters { get; } = Packs.SelectMany(OfPack).ToDictionary(p => p.Name, p => p.Paper, StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, Paper> Forms { get; } = Packs.Take(3).ToDictionary(p => $"{p}-form", Form, StringComparer.Ordinal);

    /// <summary>A letter whose body runs over three pages, to count its lines and characters.</summary>
    public static Paper Long { get; } = Letters["liaoning-2025-rectification"] with
    {
        Body =
        [
            new PaperBlock.Text("一、整改要求", 1),
            new PaperBlock.Text("（一）服务机构集聚", 2),
            .. Enumerable.Range(0, 14).Select(_ => new PaperBlock.Text(string.Concat(Enumerable.Repeat("集聚区应当完善工作机制，提升服务能力。", 7)), 0)),
        ],
    };

    /// <summary>A document of three pages, whose imprint goes to the foot of the third.</summary>
    public static Paper LongDocument { get; } = Letters["liaoning-2025-approval"] with
    {
        Body = [.. Enumerable.Range(0, 9).Select(_ => new PaperBlock.Text(string.Concat(Enumerable.Repeat("集聚区应当完善工作机制，提升服务能力。", 7)), 0))],
    };

    /// <summary>A name of 120 characters, in every place a letter has one.</summary>
    public static Paper LongName { get; } = LetterPapers.Of(
        ShippedPacks.Load("liaoning-2025").Pack!.Letters["approval"],
        Values(ShippedPacks.Load("liaoning-2025").Pack!).SetItem("zone", string.Concat(Enumerable.Repeat("沈阳高新技术产业开发区知识产权服务业集聚", 6))).SetItem("applicant", string.Concat(Enumerable.Repeat("沈阳高新技术产业开发区管理委员会", 8))[..120]),
        Number, null);

    public static ImmutableDictionary<string, string> Values(Pack pack) => new Dictionary<string, string>
    {
        ["zone"] = "沈阳高新区知识产权服务业集聚发展区",
        ["number"] = "Z2025-0001",
        ["applicant"] = "沈阳高新技术产业开发区管理委员会",
        ["city"] = "沈阳市知识产权局",
        ["office"] = pack.Issuer,
        ["issuer"] = pack.Issuer,
        ["policy"] = pack.Title.Zh,
        ["procedure"] = "年度工作报告",
        ["date"] = "2025年6月9日",
        ["dated"] = "2025年6月20日",
        ["due"] = "2025年7月4日",
        ["stage"] = "提交报告",
        ["period"] = "3个月",
        ["article"] = "第二十条",
        ["reason"] = "申报材料第三页所列服务机构中有两家已经注销，与实际情况不符。",
        ["outcome"] = "撤销称号",
        ["term-end"] = "2027年6月20日",
        ["item"] = "培育知识产权服务机构",
        ["lead"] = "市市场监管局",
        ["entries"] = "1.沈阳高新区知识产权服务业集聚发展区\n2.大连知识产权服务集聚发展区",
        ["look-up"] = "http://127.0.0.1:5170/look-up",
        ["certificate-code"] = "7K3M-9QXT-2B",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>An answer that can be told from every other: the field's label, or a number of its own.</summary>
    public static FieldValue Answer(FieldRule field, int at) => field.Type switch
    {
        FieldType.Whole or FieldType.Number or FieldType.Money => new FieldValue.Number(1000 + at),
        FieldType.YesNo => new FieldValue.Flag(true),
        FieldType.Date => new FieldValue.Day(new DateOnly(2025, 5, 1).AddDays(at)),
        FieldType.Choice choice => new FieldValue.Text(choice.Options[0]),
        FieldType.Several several => new FieldValue.Many([several.Options[0], several.Options[^1]]),
        FieldType.Table table => new FieldValue.Table([[.. table.Columns.Select((_, c) => $"表{at}栏{c}")], [.. table.Columns.Select((_, c) => $"表{at}栏{c}之二")]]),
        _ => new FieldValue.Text($"答{at}"),
    };

    private static IEnumerable<(string Name, Paper Paper)> OfPack(string id)
    {
        var pack = ShippedPacks.Load(id).Pack!;
        return pack.Letters.Values.Select(l => ($"{id}-{l.Name}", LetterPapers.Of(l, Values(pack), l.Format is LetterFormat.Certificate or LetterFormat.Notice ? null : Number, "沈阳市知识产权局")));
    }

    private static Paper Form(string id)
    {
        var pack = ShippedPacks.Load(id).Pack!;
        var answers = pack.Form.Select((f, i) => (f.Name, Value: Answer(f, i + 1))).ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);
        return new SheetPapers(pack, pack.Sheet!, answers, _ => null).Of("7K3M-9QXT-2B");
    }
}
