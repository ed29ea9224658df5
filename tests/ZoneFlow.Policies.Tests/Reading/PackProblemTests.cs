using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Reading;

public sealed class PackProblemTests
{
    [Theory]
    // names
    [InlineData("designation.yaml", "by: city", "by: county", "There is no role 'county'")]
    [InlineData("designation.yaml", "needs: [recommendation]", "needs: [recomendation]", "There is no document 'recomendation'")]
    [InlineData("designation.yaml", "to: endorsement", "to: endorsing", "There is no stage of designation 'endorsing'")]
    [InlineData("designation.yaml", "meets: [zone]", "meets: [zones]", "There is no group of criteria 'zones'")]
    [InlineData("designation.yaml", "{standing: applying}", "{standing: apllying}", "There is no standing of zone 'apllying'")]
    [InlineData("designation.yaml", "{flag: held}", "{flag: heldd}", "There is no flag of zone 'heldd'")]
    [InlineData("designation.yaml", "{letter: approval}", "{letter: aproval}", "There is no letter 'aproval'")]
    [InlineData("designation.yaml", "{designated: $dated}", "{designatd: $dated}", "There is no mark 'designatd'")]
    [InlineData("designation.yaml", "round.proposed:", "rounds.proposed:", "There is no kind of case 'rounds'")]
    [InlineData("sitting.yaml", "[{item: tabled}]", "[{item: tabeled}]", "There is no item state of round 'tabeled'")]
    [InlineData("duties.yaml", "starts: annual-report", "starts: yearly-report", "There is no procedure 'yearly-report'")]
    [InlineData("policy.yaml", "  city:", "  City:", "'City' is no name")]
    // keys and shapes
    [InlineData("duties.yaml", "remind: [30d", "reminds: [30d", "has no key 'reminds'")]
    [InlineData("policy.yaml", "issuer:", "isuer:", "A pack has no key 'isuer'")]
    [InlineData("policy.yaml", "kind: applicant", "kind: aplicant", "must be 'applicant' or")]
    [InlineData("form.yaml", "type: choice, of: regions", "type: pick, of: regions", "There is no type 'pick'")]
    [InlineData("form.yaml", "longest: 200", "longest: long", "must be a number")]
    [InlineData("form.yaml", "{field: core-area, at-least: 500}", "{field: core-area, more-than: 500}", "must compare with one of")]
    [InlineData("form.yaml", "{sum: [physical", "{total: [physical", "begins with one of")]
    [InlineData("form.yaml", "private: true", "private: yes", "must be 'false' or 'true'")]
    [InlineData("designation.yaml", "{flag: held}", "{flags: held}", "There is no step 'flags'")]
    [InlineData("sitting.yaml", "if: {members: same-as-items}", "if: {member: same-as-items}", "There is no condition 'member'")]
    [InlineData("sitting.yaml", "if: {members: same-as-items}", "if: {members: same}", "must be 'same-as-items'")]
    [InlineData("designation.yaml", "looks-up: [names]", "looks-up: [weather]", "cannot be looked up")]
    [InlineData("duties.yaml", "once: {from: designated, within: 2mo}", "twice: {from: designated, within: 2mo}", "has no key 'twice'")]
    // times
    [InlineData("designation.yaml", "due: {within: 10wd,", "due: {within: 10 days,", "is no period")]
    [InlineData("duties.yaml", "by: 02-last", "by: 02-30", "is no date of the year")]
    [InlineData("policy.yaml", "date: 2025-04-22", "date: 2025-4-22", "must be a date")]
    // where a value comes from, and what it is called
    [InlineData("designation.yaml", "due: {within: 10wd, default: 文本未定审核时限，取10个工作日}", "due: {within: 10wd}", "needs 'article:'")]
    [InlineData("documents.yaml", ", article: 第八条第（二）项", "", "needs 'article:'")]
    [InlineData("documents.yaml", "zh: 申报书, ", "", "lacks the key 'zh'")]
    [InlineData("letters.yaml", "关于同意设立{zone}的批复", "关于同意设立{name}的批复", "There is no placeholder '{name}'")]
    // what YAML would let through
    [InlineData("policy.yaml", "issuer: 辽", "issuer: !!str 辽", "Tags")]
    [InlineData("policy.yaml", "issuer: 辽", "issuer: &who 辽", "Anchors")]
    [InlineData("documents.yaml", "  approval:", "  minutes:", "stands twice")]
    public void Reading_SomethingWrong_SaysWhatAndWhere(string file, string text, string instead, string message)
    {
        var broken = BrokenPack.With(file, text, instead);
        Assert.Null(broken.Reading.Pack);
        Assert.True(
            broken.Reading.Problems.Any(p => p.File == file && p.Line == broken.Line && p.Message.Contains(message, StringComparison.Ordinal)),
            $"Expected line {broken.Line} to say '{message}':\n{string.Join('\n', broken.Reading.Problems)}");
    }

    [Fact]
    public void Reading_SeveralFaults_ReportsEachOfThem()
    {
        var files = BrokenPack.Whole.ToDictionary();
        files["more.yaml"] = """
            roles:
              city: {zh: 市, kind: endorser, article: 第四条}
            title: {zh: 又一个}
            duties:
              extra:
                zh: 其他
                starts: nothing
            """u8.ToArray();
        var problems = PackFolder.ReadFiles(files).Problems.Select(p => p.ToString()).ToList();
        Assert.Contains("policy.yaml:27: 'roles/city' is already written at more.yaml:2.", problems);
        Assert.Contains("policy.yaml:5: 'title' is already written at more.yaml:3.", problems);
        Assert.Contains(problems, p => p.StartsWith("more.yaml:7: There is no procedure 'nothing'", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.StartsWith("more.yaml:6:", StringComparison.Ordinal) && p.Contains("lacks the key 'while'", StringComparison.Ordinal));
    }

    [Fact]
    public void Reading_FileThatIsNoYaml_DoesNotBlameTheOthersForItsNames()
    {
        var broken = BrokenPack.With("letters.yaml", "to: [zone-body, city]", "to: [zone-body, city");
        Assert.All(broken.Reading.Problems, p => Assert.Equal("letters.yaml", p.File));
        Assert.Contains(broken.Reading.Problems, p => p.Line == broken.Line && p.Message.StartsWith("This is not YAML", StringComparison.Ordinal));
    }

    [Fact]
    public void Reading_NotUtf8_SaysSo()
    {
        var files = BrokenPack.Whole.ToDictionary();
        files["form.yaml"] = [0xD6, 0xD0];
        Assert.Equal("form.yaml: The file is not UTF-8.", Assert.Single(PackFolder.ReadFiles(files).Problems).ToString());
    }

    [Fact]
    public void Reading_NoFolder_SaysSo() =>
        Assert.Equal("There is no such folder.", Assert.Single(PackFolder.Read("no-such-pack").Problems).Message);
}
