using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Comparing;
using ZoneFlow.Policies.Reading;
using ZoneFlow.TestKit.Packs;

namespace ZoneFlow.Policies.Tests.Comparing;

public sealed class PackDifferenceTests
{
    private static readonly Pack Small = SmallPack.Read().Pack!;

    [Fact]
    public void Pack_BesideItself_SaysNothing()
    {
        foreach (var name in ShippedPacks.Names)
        {
            Assert.Empty(PackDifference.Of(ShippedPacks.Load(name).Pack!, ShippedPacks.Load(name).Pack!));
        }
    }

    [Theory]
    [InlineData("within: 10wd", "within: 12wd", "程序“设立”（designation）›环节“审查”（review）›期限›期间：由“10个工作日”改为“12个工作日”。")]
    [InlineData("zh: 审查\n", "zh: 初步审查\n", "程序“设立”（designation）›环节“审查”（review）›名称：由“审查”改为“初步审查”。")]
    [InlineData("for: 7d, article: 第九条", "for: 5wd, article: 第九条", "程序“设立”（designation）›环节“公示”（notice）›规则›期间：由“7日”改为“5个工作日”。")]
    [InlineData("by: 02-last", "by: 03-31", "应报事项“年度报告”（yearly-report）›周期›截止日：由“02-last”改为“03-31”。")]
    [InlineData("regions: [沈阳市, 大连市]", "regions: [沈阳市]", "地区：由“沈阳市、大连市”改为“沈阳市”。")]
    [InlineData("    flags: {held: {zh: 暂缓, en: Held}}", "    flags: {held: {zh: 暂缓, en: Held}, noted: {zh: 备注}}", "事项“集聚区”（zone）›标记“备注”（noted）：新增。")]
    [InlineData("  designated: {zh: 设立之日, en: Designated on, article: 第九条}", "  designated: {zh: 认定之日, en: Designated on, article: 第九条}", "日期名称“设立之日”（designated）：由“设立之日”改为“认定之日”。")]
    [InlineData("needs: [report]", "needs: [report, list]", "程序“年度报告”（report）›环节“待报”（owed）›操作“报送”（file）›所需材料：由“report”改为“report、list”。")]
    [InlineData("do: [{standing: applying}], ", "", "程序“设立”（designation）›环节“填报”（drafting）›操作“提交”（submit）›执行：由“变更状态（状态applying）”改为“无”。")]
    public void OneChange_IsSaidOnceInPlainWords(string found, string now, string says)
    {
        var lines = PackDifference.Of(Small, SmallPack.Read((found, now)).Pack!);
        Assert.Equal(says, Assert.Single(lines).Zh);
        Assert.False(string.IsNullOrWhiteSpace(lines[0].En));
    }

    [Fact]
    public void StageThatIsGone_IsSaidOfTheStageAndOfWhatLedThere()
    {
        var renamed = SmallPack.Read(("to: review}", "to: first-review}"), ("      review:\n", "      first-review:\n")).Pack!;
        var lines = PackDifference.Of(Small, renamed).Select(l => l.Zh).ToList();
        Assert.Contains("程序“设立”（designation）›环节“审查”（review）：删去。", lines);
        Assert.Contains("程序“设立”（designation）›环节“审查”（first-review）：新增。", lines);
        Assert.Equal(3, lines.Count);
    }

    /// <summary>Whatever a pack can say has a word: a part added to the format and forgotten here is named by its own name and fails this.</summary>
    [Fact]
    public void EveryPartOfAPack_HasAWord()
    {
        var seen = new HashSet<Type>();
        var without = new SortedSet<string>();
        void Visit(Type type)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            foreach (var argument in type.GetGenericArguments())
            {
                Visit(argument);
            }

            if (type.Namespace != typeof(Pack).Namespace || PackDifference.IsPlain(type) || !seen.Add(type))
            {
                return;
            }

            foreach (var nested in type.GetNestedTypes())
            {
                Visit(nested);
            }

            foreach (var part in type.IsAbstract ? [] : PackDifference.PartsOf(type))
            {
                if (!Words.Knows(part.Name))
                {
                    without.Add($"{type.Name}.{part.Name}");
                }

                Visit(part.PropertyType);
                if (part.PropertyType is { IsEnum: true } choices)
                {
                    without.UnionWith(Enum.GetNames(choices).Select(n => $"{choices.Name}.{n}").Where(n => !KindWords.Knows(n)));
                }
            }

            if (!type.IsAbstract && type != typeof(Pack) && !KindWords.Knows(KindWords.NameOf(type)))
            {
                without.Add(KindWords.NameOf(type));
            }
        }

        Visit(typeof(Pack));
        Assert.True(seen.Count > 40, $"{seen.Count} types were found.");
        Assert.True(without.Count == 0, string.Join(", ", without));
    }
}
