using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Packs;

/// <summary>Every kind of letter that offices sign, in every pack that has its act; and where a pack has none, why.</summary>
public sealed class LetterKindsTests
{
    // 公示: 吉林's text has none, 省科技厅批复确认 is all. 推荐函: 吉林's city agrees with its seal (四（三）) and hands the papers on.
    // 证书: only 辽宁's 第十六条 grants a plaque. 吉林 confirms by 批复 (四（四）) and 北京 recognises by 通知 (第七条第5项);
    // neither text names a plaque, a certificate or their granting, so an office under them signs none.
    private static readonly (string Kind, LetterFormat Format, string? Liaoning, string? Jilin, string? Beijing)[] Kinds =
    [
        ("受理通知书", LetterFormat.Letter, "acceptance-notice", "acceptance-notice", "acceptance-notice"),
        ("补正告知", LetterFormat.Letter, "correction", "correction", "correction"),
        ("推荐函", LetterFormat.Letter, "recommendation", "city-agreement", "recommendation"),
        ("公示", LetterFormat.Notice, "public-notice", null, "public-notice"),
        ("设立批复或通知", LetterFormat.Document, "approval", "approval", "recognition"),
        ("整改通知书", LetterFormat.Letter, "rectification", "rectification", "rectification"),
        ("撤销前告知", LetterFormat.Letter, "intent", "intent", "intent"),
        ("撤销决定", LetterFormat.Document, "ending", "ending", "ending"),
        ("公告", LetterFormat.Notice, "announcement", "announcement", "announcement"),
        ("催办函", LetterFormat.Letter, "reminder", "reminder", "reminder"),
        ("证书", LetterFormat.Certificate, "certificate", null, null),
    ];

    [Fact]
    public void EveryKindOfLetter_IsInEveryPackThatHasItsAct()
    {
        foreach (var (kind, format, liaoning, jilin, beijing) in Kinds)
        {
            foreach (var (id, name) in new[] { ("liaoning-2025", liaoning), ("jilin-2018", jilin), ("beijing-2023", beijing) })
            {
                var pack = Load(id);
                if (name is null)
                {
                    Assert.True(format is LetterFormat.Certificate or LetterFormat.Notice, $"{id} lacks {kind}");
                    continue;
                }

                Assert.True(pack.Letters.TryGetValue(name, out var letter), $"{id} lacks {kind}");
                Assert.Equal((kind, format), (kind, letter.Format));
            }
        }
    }

    [Fact]
    public void Certificate_IsOnlyWhereTheTextGrantsAPlaque()
    {
        foreach (var id in new[] { "liaoning-2025", "jilin-2018", "beijing-2023", "xuzhou-quanshan-2024", "shenyang-2020" })
        {
            Assert.Equal(id == "liaoning-2025", Load(id).Letters.Values.Any(l => l.Format == LetterFormat.Certificate));
        }

        var certificate = Load("liaoning-2025").Letters["certificate"];
        Assert.Equal("第十六条", certificate.Source.Article);
        Assert.Superset(new HashSet<string> { "look-up", "certificate-code", "number", "zone" }, certificate.Placeholders.ToHashSet());
    }

    // Nobody applies under a plan, so it has no acceptance, recommendation or plaque: a unit is asked, refused and reminded.
    [Theory]
    [InlineData("xuzhou-quanshan-2024")]
    [InlineData("shenyang-2020")]
    public void Plan_HasCorrectionRefusalAndReminder(string id) =>
        Assert.Superset(new HashSet<string> { "correction", "declined", "reminder" }, Load(id).Letters.Keys.ToHashSet());

    // A letter calls an office by its whole name; 我局, 我厅 and 你单位 stand for who writes and who is written to.
    [Fact]
    public void EveryTemplate_CallsUnitsByTheirWholeNames()
    {
        string[] abbreviated = ["省局", "市局", "区局", "县局", "省厅", "知产局", "知识产权局办", "市监局", "科技局办", "发改委"];
        foreach (var id in new[] { "liaoning-2025", "jilin-2018", "beijing-2023", "xuzhou-quanshan-2024", "shenyang-2020" })
        {
            foreach (var letter in Load(id).Letters.Values)
            {
                Assert.All(abbreviated, a => Assert.DoesNotContain(a, letter.Title.Zh + letter.Body.Zh, StringComparison.Ordinal));
            }

            Assert.All(Load(id).Roles.Values.SelectMany(r => r.Alias.Values), alias => Assert.All(abbreviated, a => Assert.DoesNotContain(a, alias, StringComparison.Ordinal)));
        }
    }

    private static Pack Load(string id) => ShippedPacks.Load(id).Pack!;
}
