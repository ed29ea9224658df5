using System.Collections.Immutable;
using System.Globalization;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Exports;
using ZoneFlow.Web.Imports;

namespace ZoneFlow.Web.Tests.Imports;

/// <summary>A roster by spreadsheet: each row judged by itself, each body once, and a table that the system wrote read back without a change.</summary>
public sealed class RosterImportTests
{
    private const string Head = "统一社会信用代码,名称,入驻日期,退出日期,中小企业,专利,类别\r\n";
    private static readonly Source Text = Source.Of("第五条");
    private static readonly string Haidian = Code("91110108MA01A1B2C");

    private static readonly RosterRule Rule = new(
        "companies", new Label("企业名录"), "zone", ["body"], ["recognised"],
        [
            Column("sme", "中小企业", new FieldType.YesNo(), true), Column("patents", "专利", new FieldType.Whole(0, 10_000), true),
            Column("kind", "类别", new FieldType.Choice(["甲类", "乙类"]), false),
        ],
        [new RosterCount("companies", null, null, null), new RosterCount("smes", "sme", null, null), new RosterCount("patents", null, null, "patents")], null, Text);

    [Fact]
    public void Row_OfEveryKind_IsToldByItsCell()
    {
        var other = Code("91110108MA01A1B2D");
        var rows = Read(
            Head + $"{Haidian},甲公司,2025-03-01,,是,3,甲类\r\n{Haidian},甲公司,2025/3/1,,是,3,甲类\r\n{Haidian},甲公司,2025-03-01,,否,3,甲类\r\n"
            + $"9.11101E+17,丙,2025-03-01,,是,1,\r\n{Haidian[..17]}{(Haidian[17] == '0' ? '1' : '0')},丁,2025-03-01,,是,1,\r\n{other},,2025-03-01,,是,1,\r\n{other},戊,2025-02-30,,是,1,\r\n"
            + $"{other},戊,2025-03-01,2025-02-28,是,1,\r\n{other},戊,2025-03-01,,也许,1,\r\n{other},戊,2025-03-01,,是,1.5,\r\n{other},戊,2025-03-01,,是,=1+1,\r\n{other},戊,2025-03-01,,是,1,丙类\r\n{other},戊,45717,,是,1,\r\n",
            RosterBook.Empty);

        Assert.Equal(
            ["A2 Comes", "A3 Repeated", "A4 Wrong", "A5 Wrong", "A6 Wrong", "B7 Wrong", "C8 Wrong", "D9 Wrong", "E10 Wrong", "F11 Wrong", "F12 Wrong", "G13 Wrong", "A14 Comes"],
            rows.Select(r => $"{r.Cell} {r.Kind}"));
        Assert.Contains("第2行", rows[2].Wrong!.Zh, StringComparison.Ordinal);
        Assert.Contains("设为文本", rows[3].Wrong!.Zh, StringComparison.Ordinal);
        Assert.Contains("校验位", rows[4].Wrong!.Zh, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2025, 3, 1), rows[^1].Member!.From);
    }

    [Fact]
    public void Row_AgainstTheRosterAsItStands_ComesLeavesChangesOrStays()
    {
        var stands = Read(Head + $"{Haidian},甲公司,2024-03-01,,是,3,\r\n", RosterBook.Empty)[0].Member!;
        var book = RosterBook.Of([new RosterLine(1, 0, default, null, "companies", [stands])]);
        string Kind(string line) => $"{Read(Head + line, book).Single().Kind}";

        Assert.Equal("Same", Kind($"{Haidian},甲公司,2024-03-01,,是,3,\r\n"));
        Assert.Equal("Changes", Kind($"{Haidian},甲公司,2024-03-01,,是,4,\r\n"));
        Assert.Equal("Leaves", Kind($"{Haidian},甲公司,2024-03-01,2025-01-01,是,3,\r\n"));
        var left = RosterBook.Of([new RosterLine(1, 0, default, null, "companies", [stands with { Until = new DateOnly(2025, 1, 1) }])]);
        Assert.Equal("Comes", $"{Read(Head + $"{Haidian},甲公司,2025-06-01,,是,3,\r\n", left).Single().Kind}");
    }

    /// <summary>Any table, right or wrong in any of its cells: what the system writes of the roster afterwards is read back as no change at all.</summary>
    [Fact]
    public void Table_FiledAndReadAgain_ChangesNothingTheSecondTime()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var chance = new Random(seed);
            var text = Head + string.Concat(Enumerable.Range(0, chance.Next(15)).Select(_ => string.Join(',',
                Code($"91110108MA01A1B{chance.Next(10, 30)}"), Any(chance, "甲公司", "乙公司", ""), Any(chance, "2024-01-01", "2024-05-05", "45717", "去年"), Any(chance, "", "", "2025-01-01", "2023-01-01"),
                Any(chance, "是", "否", "√", "或许"), Any(chance, "0", "7", "-1", "1.5"), Any(chance, "", "甲类", "丙类")) + "\r\n"));
            var lines = ImmutableArray<RosterLine>.Empty;
            for (var times = 0; times < 2; times++)
            {
                var good = Read(text, RosterBook.Of(lines)).Where(r => r.Kind is RosterRowKind.Comes or RosterRowKind.Leaves or RosterRowKind.Changes).Select(r => r.Member!).ToImmutableArray();
                Assert.True(times == 0 || good.IsEmpty, $"seed {seed}");
                lines = lines.Add(new RosterLine(times, 0, default, null, "companies", good));
            }

            var table = RosterImport.Template(Rule, RosterBook.Of(lines).Stays.Values.Select(s => s[^1]));
            var (sheet, _) = SheetReader.OfXlsx(new MemoryStream(XlsxTable.Of(table)));
            Assert.All(RosterImport.Read(sheet!, Rule, RosterBook.Of(lines)).Rows, r => Assert.Equal(RosterRowKind.Same, r.Kind));
        }
    }

    [Fact]
    public void Table_WithoutItsColumns_SaysWhichItNeeds() =>
        Assert.Contains("统一社会信用代码", RosterImport.Read(SheetReader.OfCsv("一,二\r\n1,2\r\n").Sheet!, Rule, RosterBook.Empty).Wrong!.Zh, StringComparison.Ordinal);

    [Fact]
    public void Code_OfTheStandard_FitsItsCheckDigit()
    {
        // The example that GB 32100-2015 itself prints.
        Assert.Null(SocialCreditCode.WhatIsWrong("91350100M000100Y43"));
        Assert.NotNull(SocialCreditCode.WhatIsWrong("91350100M000100Y44"));
        Assert.NotNull(SocialCreditCode.WhatIsWrong("91110108MA01A1B2CI"));
        Assert.NotNull(SocialCreditCode.WhatIsWrong("911101"));
    }

    private static ImmutableArray<RosterRow> Read(string csv, RosterBook book)
    {
        var (rows, wrong) = RosterImport.Read(SheetReader.OfCsv(csv).Sheet!, Rule, book);
        Assert.Null(wrong);
        return rows;
    }

    private static FieldRule Column(string name, string zh, FieldType type, bool required) => new(name, new Label(zh), type, required, null, false, false, false, Text);

    private static string Code(string seventeen) => string.Create(CultureInfo.InvariantCulture, $"{seventeen}{SocialCreditCode.CheckOf(seventeen)}");

    private static string Any(Random chance, params string[] of) => of[chance.Next(of.Length)];
}
