using ZoneFlow.Core.Calendars;
using ZoneFlow.Policies.Calendars;

namespace ZoneFlow.Policies.Tests.Calendars;

public sealed class CalendarFileTests
{
    private const string Notice = """
        calendar: cn
        revisions:
          - id: 2026-11-30
            year: 2027
            notice: 国办发明电〔2026〕9号
            published: 2026-11-30
            holidays:
              - {festival: 元旦, from: 2026-12-31, to: 2027-01-02, worked: [2026-12-27]}
              - {festival: 春节, from: 2027-02-05, to: 2027-02-12}

        """;

    [Fact]
    public void Shipped_File_HasNineYearsAndTwoChanges()
    {
        var revisions = CalendarFile.LoadShipped();
        Assert.Equal(11, revisions.Length);
        Assert.Equal(["2019-03-22", "2020-01-26"], revisions.Where(r => r.Replaces is not null).Select(r => r.Id));
        Assert.All(revisions, r => Assert.Matches("^国办发明电〔20[12][0-9]〕[0-9]+号$", r.Notice));
    }

    [Fact]
    public void ShippedAndALaterNotice_MovesTheHorizonAndReachesIntoDecember()
    {
        var loaded = CalendarFile.Parse(Notice, "2027.yaml");
        Assert.Empty(loaded.Problems);
        var calendar = WorkingCalendar.Of([.. CalendarFile.LoadShipped(), .. loaded.Revisions]);
        Assert.Equal(new DateOnly(2027, 12, 31), calendar.OfficialThrough);
        Assert.True(calendar.IsWorkingDay(new DateOnly(2026, 12, 27)));
        Assert.False(calendar.IsWorkingDay(new DateOnly(2026, 12, 31)));
    }

    [Theory]
    [InlineData("year: 2027", "yeer: 2027", 4, "has no key 'yeer'")]
    [InlineData("year: 2027", "year: 27", 4, "'27' is no year")]
    [InlineData("published: 2026-11-30", "published: 30.11.2026", 6, "'30.11.2026' is no date")]
    [InlineData("from: 2027-02-05, to: 2027-02-12", "from: 2027-02-12, to: 2027-02-05", 9, "must run forward")]
    [InlineData("from: 2027-02-05, to: 2027-02-12", "from: 2027-01-02, to: 2027-01-03", 9, "begins before 元旦 has ended")]
    [InlineData("from: 2027-02-05, to: 2027-02-12", "from: 2028-02-05, to: 2028-02-06", 9, "neither in 2027 nor")]
    [InlineData("worked: [2026-12-27]", "worked: [2026-12-28]", 8, "is a Monday")]
    [InlineData("worked: [2026-12-27]", "worked: 2026-12-27", 8, "must be a list")]
    [InlineData("calendar: cn", "calendar: de", 1, "must be cn")]
    [InlineData("    notice: 国办发明电〔2026〕9号\n", "", 3, "lacks the key 'notice'")]
    [InlineData("festival: 春节", "festival: ''", 9, "must be a text")]
    public void Parsing_AWrongFile_NamesTheLine(string right, string wrong, int line, string message)
    {
        Assert.Contains(right, Notice, StringComparison.Ordinal);
        var file = CalendarFile.Parse(Notice.Replace(right, wrong, StringComparison.Ordinal), "x.yaml");
        Assert.Contains(file.Problems, p => p.File == "x.yaml" && p.Line == line && p.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Parsing_TwoMistakes_ReportsBoth()
    {
        var text = Notice.Replace("2026-12-27", "soon", StringComparison.Ordinal).Replace("2027-02-12", "later", StringComparison.Ordinal);
        Assert.Equal([8, 9], CalendarFile.Parse(text, "x.yaml").Problems.Select(p => p.Line));
    }

    [Fact]
    public void Parsing_SameIdTwice_IsRefused()
    {
        var second = Notice[Notice.IndexOf("  - id", StringComparison.Ordinal)..];
        Assert.Contains("The id 2026-11-30 stands twice.", CalendarFile.Parse(Notice + second, "x.yaml").Problems.Select(p => p.Message));
    }
}
