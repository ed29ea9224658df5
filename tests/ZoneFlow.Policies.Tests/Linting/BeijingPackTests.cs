using System.Text;
using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;
using ZoneFlow.TestKit;

namespace ZoneFlow.Policies.Tests.Linting;

public sealed class BeijingPackTests
{
    private const string Name = "beijing-2023";

    [Fact]
    public void Check_Beijing_FindsNothing()
    {
        var reading = ShippedPacks.Load(Name);

        Assert.Empty(Linter.Check(reading.Pack!, reading.Positions));
    }

    public static TheoryData<string, string, string, string, string> Defects => new()
    {
        { "designation.yaml", "looks-up: [bans, names, round]", "looks-up: [bans, names]", "not-looked-up", "takes a date of the round" },
        { "designation.yaml", "looks-up: [bans, names, round]", "looks-up: [names, round]", "not-looked-up", "asks whether someone is banned" },
        { "call.yaml", "looks-up: [scores, members]", "looks-up: [members]", "not-looked-up", "adds up the experts' scores" },
        { "support.yaml", "            looks-up: [bans]\n            ask:\n              amount", "            ask:\n              amount", "not-looked-up", "imposes a ban" },
        { "call.yaml", "{in-order: {first: closes, second: district-by}}\n            do: [{mark: {opens", "{in-order: {first: closes, second: late}}\n            do: [{mark: {opens", "input-not-asked", "$late" },
        { "call.yaml", "{send: {to: {chosen: zones}, say: missed}}]\n            to: stay\n            default: 文本未定逾期未完成初审推荐的处理，不列入本批次，可参加以后批次\n          close", "{send: {to: {chosen: others}, say: missed}}]\n            to: stay\n            default: 文本未定逾期未完成初审推荐的处理，不列入本批次，可参加以后批次\n          close", "input-not-asked", "$others" },
        { "designation.yaml", "      round.missed: {", "      round.overlooked: {", "unhandled-message", "'missed'" },
    };

    public static IEnumerable<object[]> Some => RunSize.Of(4, Defects);

    [Theory]
    [MemberData(nameof(Some))]
    public void Check_WithADefectPlanted_SaysSo(string file, string text, string instead, string rule, string sentence)
    {
        var reading = Changed(file, text, instead);

        var findings = Linter.Check(reading.Pack!, reading.Positions);

        Assert.Contains(findings, f => f.Rule == rule && f.Sentence.Contains(sentence, StringComparison.Ordinal));
    }

    /// <summary>Whoever held it would run the installation.</summary>
    [Theory]
    [InlineData("operator")]
    [InlineData("returner")]
    public void Read_ARoleNamedByAWordOfTheSystem_IsRefused(string name)
    {
        var reading = Changed("policy.yaml", "  expert:\n", $"  {name}:\n");

        Assert.Null(reading.Pack);
        Assert.Contains(reading.Problems, p => p.Message.Contains($"cannot be called '{name}'", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_Beijing_EveryArticleIsExecutedOrOnRecord()
    {
        var coverage = Coverage.Of(ShippedPacks.Load(Name));
        string[] numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六"];

        Assert.Equal(
            numbers.Select(n => $"第{n}条").Order(StringComparer.Ordinal),
            coverage.Executed.Concat(coverage.InPart).Concat(coverage.TextOnly).Distinct().Order(StringComparer.Ordinal));
    }

    private static PackReading Changed(string file, string text, string instead)
    {
        var files = PackFolder.FilesOf(Path.Combine(ShippedPacks.Folder, Name)).ToDictionary(StringComparer.Ordinal);
        var was = Encoding.UTF8.GetString(files[file]).ReplaceLineEndings("\n");
        Assert.Contains(text, was, StringComparison.Ordinal);
        files[file] = Encoding.UTF8.GetBytes(was.Replace(text, instead, StringComparison.Ordinal));
        return PackFolder.ReadFiles(files);
    }
}
