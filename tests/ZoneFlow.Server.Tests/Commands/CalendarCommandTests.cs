using System.CommandLine;
using ZoneFlow.Server.Commands;
using ZoneFlow.Server.Tests.Calendars;

namespace ZoneFlow.Server.Tests.Commands;

public sealed class CalendarCommandTests : IDisposable
{
    // A made-up notice for a year that has none yet; it says otherwise than the published principle at one festival.
    private const string Notice2027 = """
        calendar: cn
        revisions:
          - id: 2026-11-20
            year: 2027
            notice: 国办发明电〔2026〕9号
            published: 2026-11-20
            holidays:
              - {festival: 元旦, from: 2027-01-01, to: 2027-01-03}
              - {festival: 春节, from: 2027-02-05, to: 2027-02-14, worked: [2027-02-27, 2027-02-28]}
              - {festival: 国庆节, from: 2027-10-01, to: 2027-10-07}
        """;

    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private readonly TemporaryFolder _folder = new();

    private string Output => _output.ToString();

    private string Errors => _errors.ToString();

    [Theory]
    [InlineData("2020-01-25", "2020-01-24—2020-01-30  春节 放假", "2020-02-01  春节 调休上班")]
    [InlineData("2020-01-26", "2020-01-24—2020-02-02  春节 放假", "2020-01-19  春节 调休上班")]
    public async Task Showing_AYearAsOfADate_AnswersWhatWasKnownThen(string asOf, params string[] lines)
    {
        Assert.Equal(0, await RunAsync("calendar", "show", "--as-of", asOf, "--year", "2020"));
        Assert.All(lines, line => Assert.Contains(line, Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Showing_AYearWithoutANotice_SaysThatItIsExpected()
    {
        Assert.Equal(0, await RunAsync("calendar", "show", "--year", "2033"));
        Assert.Contains("按惯例预计", Output, StringComparison.Ordinal);
        Assert.Contains("2033-09-08", Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Showing_TheRevisions_ListsTheChangesToRunningYears()
    {
        Assert.Equal(0, await RunAsync("calendar", "show"));
        Assert.Contains("2019-03-22  2019  2019-03-22  国办发明电〔2019〕3号  替换 replaces 2018-12-06", Output, StringComparison.Ordinal);
        Assert.Contains("2020-01-26  2020  2020-01-26  国办发明电〔2020〕1号  替换 replaces 2019-11-21", Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "calendar", "show", "--as-of", "2010-01-01")]
    [InlineData(2, "calendar", "show", "--as-of", "yesterday")]
    [InlineData(2, "calendar", "show", "--year", "1900")]
    [InlineData(2, "calendar", "load")]
    [InlineData(1, "calendar", "load", "no-such-file.yaml")]
    public async Task Asking_WhatCannotBe_IsSaid(int exit, params string[] args)
    {
        Assert.Equal(exit, await RunAsync(args));
        Assert.NotEmpty(Errors);
    }

    [Theory]
    [InlineData("published: 2026-11-20", "published: soon", @":6: .*no date")]
    [InlineData("year: 2027", "year: 2026", @":8: .*neither in 2026")]
    [InlineData("id: 2026-11-20", "id: 2025-11-04", @":3: .*已经载入")]
    [InlineData("    notice:", "    replaces: 2025-11-04\n    notice:", @":3: .*replaces 2025-11-04, which is no notice for 2027")]
    [InlineData("2027-02-27, 2027-02-28", "2027-02-26", @":9: .*Friday")]
    [InlineData("festival: 国庆节", "festivals: 国庆节", @":10: ")]
    [InlineData("to: 2027-02-14", "to: 2027-02-04", @":9: .*run forward")]
    public async Task Loading_AFileThatIsWrong_NamesTheLineAndChangesNothing(string found, string broken, string says)
    {
        await EmptyOfficeAsync();
        var path = await FileAsync(Notice2027.Replace(found, broken, StringComparison.Ordinal));

        Assert.Equal(1, await RunAsync("calendar", "load", path, "--data", _folder["data"]));

        Assert.Matches(says, Errors);
        Assert.Equal(0, await RunAsync("calendar", "show", "--data", _folder["data"]));
        Assert.DoesNotContain("2026-11-20", Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loading_ANewNotice_ListsFirstThenLoadsThenSaysItIsThere()
    {
        await EmptyOfficeAsync();
        var path = await FileAsync(Notice2027);

        Assert.Equal(0, await RunAsync("calendar", "load", path, "--dry-run", "--data", _folder["data"]));
        Assert.DoesNotContain("已载入，", Output, StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("calendar", "load", path, "--data", _folder["data"]));
        Assert.Contains("已载入，", Output, StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("calendar", "load", path, "--data", _folder["data"]));
        Assert.Contains("已经载入，没有变动", Output, StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("calendar", "show", "--data", _folder["data"], "--year", "2027"));
        Assert.Contains("2027-02-05—2027-02-14  春节 放假", Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loading_WhileAServerRuns_IsLeftToItsPage()
    {
        await using var office = await SmallOffice.OpenAsync(_folder["data"], "2026-01-01", "2026-11-21");

        Assert.Equal(1, await RunAsync("calendar", "load", await FileAsync(Notice2027), "--data", _folder["data"]));

        Assert.Contains("/operator/calendar", Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loading_IntoNoInstallation_MakesNone()
    {
        Assert.Equal(1, await RunAsync("calendar", "load", await FileAsync(Notice2027), "--data", _folder["data"]));
        Assert.False(Directory.Exists(_folder["data"]));
    }

    [Fact]
    public async Task Region_NotLoaded_IsRefused()
    {
        await EmptyOfficeAsync();
        Assert.Equal(1, await RunAsync("calendar", "region", "广西", "--data", _folder["data"]));
        var path = await FileAsync("""
            calendar: region
            region: 广西
            revisions:
              - id: gx-2026
                year: 2026
                notice: 桂政办
                published: 2026-01-05
                holidays:
                  - {festival: 三月三, from: 2026-04-20, to: 2026-04-21}
            """);
        Assert.Equal(0, await RunAsync("calendar", "load", path, "--data", _folder["data"]));
        Assert.Equal(0, await RunAsync("calendar", "show", "--year", "2026", "--data", _folder["data"]));
        Assert.DoesNotContain("三月三", Output, StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("calendar", "region", "广西", "--data", _folder["data"]));
        Assert.Equal(0, await RunAsync("calendar", "show", "--year", "2026", "--data", _folder["data"]));
        Assert.Contains("2026-04-20—2026-04-21  三月三 放假", Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        _folder.Dispose();
    }

    private async Task EmptyOfficeAsync()
    {
        await using var office = await SmallOffice.OpenAsync(_folder["data"], "2026-01-01", "2026-11-21");
        await office.StopAsync();
    }

    private async Task<string> FileAsync(string text)
    {
        await File.WriteAllTextAsync(_folder["calendar.yaml"], text);
        return _folder["calendar.yaml"];
    }

    private Task<int> RunAsync(params string[] args)
    {
        _output.GetStringBuilder().Clear();
        _errors.GetStringBuilder().Clear();
        return ZoneFlowCommand.RunAsync(ZoneFlowCommand.Build(), args, new InvocationConfiguration { Output = _output, Error = _errors });
    }
}
