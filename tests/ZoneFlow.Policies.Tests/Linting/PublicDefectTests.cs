using System.Text;
using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Linting;

/// <summary>Defects planted in what a policy makes public, each found by its rule or refused in words.</summary>
public sealed class PublicDefectTests
{
    private const string List = "    public: {facts: [number, region, issuer], dates: [designated, term-end, assessed], flags: [rectifying, plaque], default: 文本未定公开内容，只公开集聚区本身的情况，不公开个人信息和异议}\n";

    [Theory]
    [InlineData(List, "", "public-unsaid")]
    [InlineData("assessed], flags", "changed, noticed, heard-from, applied, rectify-from, assessed], flags", null)]
    [InlineData("    opens-with: sitting\n", "    opens-with: sitting\n    public: {facts: [number], default: 无}\n", "public-never")]
    public void Check_APlantedDefect_IsFoundByItsRule(string sound, string broken, string? rule)
    {
        var reading = Planted(sound, broken);
        Assert.True(reading.Problems.IsEmpty, string.Join('\n', reading.Problems));

        var found = Linter.Check(reading.Pack!, reading.Positions).Where(f => f.Rule.StartsWith("public-", StringComparison.Ordinal)).ToList();
        Assert.Equal(rule is null ? [] : [rule], found.Select(f => f.Rule));
        Assert.All(found, f => Assert.True(f.Line > 0 && f.File == "policy.yaml", f.ToString()));
    }

    [Fact]
    public void Check_ADateThatNothingSets_IsFound()
    {
        var reading = Planted("marks:\n", "marks:\n  idle: {zh: 从不, en: Never, article: 第八条}\n", ("term-end, assessed]", "term-end, idle]"));
        Assert.True(reading.Problems.IsEmpty, string.Join('\n', reading.Problems));

        Assert.Contains(Linter.Check(reading.Pack!, reading.Positions), f => f.Rule == "public-never-set" && f.Sentence.Contains("'idle'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("facts: [number, region, issuer]", "facts: [number, objector]", "must be 'issuer' or 'number' or 'region'")]
    [InlineData("flags: [rectifying, plaque]", "flags: [rectifying, praised]", "There is no flag of zone 'praised'")]
    [InlineData("dates: [designated, term-end, assessed]", "dates: [designate]", "There is no mark 'designate'")]
    [InlineData("flags: [rectifying, plaque], default: 文本未定公开内容，只公开集聚区本身的情况，不公开个人信息和异议", "flags: [plaque]", "needs 'article:'")]
    [InlineData("flags: [rectifying, plaque]", "people: [contact]", "people")]
    public void Read_AWrongList_IsRefusedInWords(string sound, string broken, string says)
    {
        var reading = Planted(sound, broken);

        Assert.Null(reading.Pack);
        Assert.Contains(reading.Problems, p => p.File == "policy.yaml" && p.Message.Contains(says, StringComparison.Ordinal));
    }

    private static PackReading Planted(string sound, string broken, params IReadOnlyList<(string Sound, string Broken)> more)
    {
        var files = PackFolder.FilesOf(Path.Combine(ShippedPacks.Folder, "liaoning-2025")).ToDictionary(StringComparer.Ordinal);
        var text = Encoding.UTF8.GetString(files["policy.yaml"]);
        foreach (var (before, after) in more.Prepend((sound, broken)))
        {
            var at = text.IndexOf(before, StringComparison.Ordinal);
            Assert.True(at >= 0, $"policy.yaml has no '{before}'.");
            text = text[..at] + after + text[(at + before.Length)..];
        }

        files["policy.yaml"] = Encoding.UTF8.GetBytes(text);
        return PackFolder.ReadFiles(files);
    }
}
