using System.Text;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.WorkedCases;
using ZoneFlow.TestKit;

namespace ZoneFlow.Policies.Tests.WorkedCases;

public sealed class CaseFolderTests : IDisposable
{
    private const string Sound = """
        parties:
          body: {role: zone-body}
        chapters:
          drafted:
          - {at: $begins, actor: body, open: zone, case: zone, title: 甲, region: 沈阳市}
        cases:
        - case: 填报
          given: drafted
          when:
          - {until: $begins +3d}
          then: {standing: $standing}
          rows:
          - {begins: 2025-05-06, standing: drafting}
          - {begins: 2025-05-07, standing: drafting}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("zoneflow-cases-").FullName;

    [Fact]
    public void Read_Rows_AreACaseEachAtTheirOwnLines()
    {
        var reading = Read(Sound);

        Assert.Empty(reading.Problems);
        Assert.Equal(
            ["a.cases.yaml:13 填报 2025-05-06 drafting", "a.cases.yaml:14 填报 2025-05-07 drafting"], reading.Cases.Select(c => c.ToString()));
        Assert.All(reading.Cases, c => Assert.Null(Run(c)));
    }

    [Fact]
    public void Run_ARowThatIsNotSo_NamesItsFileLineAndWhatIsSo()
    {
        var cases = Read(Sound.Replace("07, standing: drafting", "07, standing: applying", StringComparison.Ordinal)).Cases;

        Assert.Null(Run(cases[0]));
        Assert.Equal("a.cases.yaml:14: 填报 2025-05-07 applying: standing was to be applying and is drafting", Run(cases[1]));
    }

    [Fact]
    public void Run_AStepThatIsRefused_SaysWhichAndWhy()
    {
        var cases = Read(Sound.Replace("- {until: $begins +3d}", "- {actor: body, do: submit}", StringComparison.Ordinal)).Cases;

        Assert.Contains("a.cases.yaml:13: 填报 2025-05-06 drafting: a.cases.yaml:10: Refused (form-incomplete)", Run(cases[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("then: {standing: $standing}", "then: {standing: $standin}", 11, "No column 'standin' is given here; there are: begins, standing.")]
    [InlineData("07, standing: drafting", "07, standing: drafting, due: none", 14, "The column 'due' is given and used nowhere.")]
    [InlineData("2025-05-07, standing", "Wednesday, standing", 10, "counts days from 'Wednesday', which is no date")]
    [InlineData("$begins +3d", "$begins +9999999d", 10, "or leads out of the calendar")]
    [InlineData("given: drafted", "given: draftd", 8, "There is no chapter 'draftd'; there are: drafted.")]
    [InlineData("then: {", "then: {standings: x, ", 11, "has no key 'standings'")]
    [InlineData("  given: drafted", "  givn: drafted", 8, "has no key 'givn'")]
    [InlineData("actor: body, open", "actor: nobody, open", 5, "There is no party 'nobody'")]
    [InlineData("{at: $begins, actor", "{actor", 13, "The first step of a case needs 'at:'")]
    public void Read_SomethingWrong_SaysWhatAndWhere(string sound, string defect, int line, string message)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);

        var problems = Read(Sound.Replace(sound, defect, StringComparison.Ordinal)).Problems;

        Assert.True(
            problems.Any(p => p.Line == line && p.Message.Contains(message, StringComparison.Ordinal)),
            string.Join('\n', problems));
    }

    [Fact]
    public void Read_AChapterThatLeadsBackToItself_IsRefused()
    {
        var problems = Read(Sound.Replace("cases:\n", "  round: [{chapter: round}]\ncases:\n", StringComparison.Ordinal)
            .Replace("given: drafted", "given: [drafted, round]", StringComparison.Ordinal)).Problems;

        Assert.Contains(problems, p => p.Line == 6 && p.Message.Contains("leads back to itself", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_ChaptersOfAnotherFile_HoldHere_AndStandOnce()
    {
        File.WriteAllText(Path.Combine(_folder, "b.cases.yaml"), "chapters:\n  drafted:\n  - {at: 2025-05-06, actor: body, open: zone, title: 乙}\n");

        Assert.Equal("'drafted' is already written at a.cases.yaml:4.", Assert.Single(Read(Sound).Problems).Message);
    }

    [Fact]
    public void FilesOf_APackWithCases_LeavesThemOutOfItsHash()
    {
        var folder = Path.Combine(ShippedPacks.Folder, "liaoning-2025");
        Assert.NotEmpty(Directory.EnumerateFiles(folder, "*.cases.yaml"));

        Assert.DoesNotContain(PackFolder.FilesOf(folder).Keys, f => f.EndsWith(".cases.yaml", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private CaseReading Read(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "a.cases.yaml"), text, new UTF8Encoding(false));
        return CaseFolder.Read(_folder);
    }

    private static string? Run(WorkedCase worked) => CaseRun.Run(worked, ShippedPacks.Load("liaoning-2025").Pack!, ChinaCalendar.Today)?.ToString();
}
