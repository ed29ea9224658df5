using System.CommandLine;
using System.Text;
using System.Text.Json;
using ZoneFlow.Server.Commands;

namespace ZoneFlow.Server.Tests.Commands;

public sealed class DeadlineCommandTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [Theory]
    [InlineData("--from 2025-03-10 --period 5wd", "2025-03-17")]
    [InlineData("--from 2025-03-09T16:00:00Z --period 5wd", "2025-03-17")]
    [InlineData("--from 2025-04-22 --period 2y --no-roll", "2027-04-22")]
    [InlineData("--from 2020-11-16 --period 5wd --count-first-day", "2020-11-20")]
    [InlineData("--by 2020-02-29", "2020-03-02")]
    [InlineData("--by 2020-02-29 --no-roll", "2020-02-29")]
    [InlineData("--before 2025-02-07 --period 3wd", "2025-01-27")]
    [InlineData("--from 2020-01-24 --period 7d", "2020-02-03")]
    [InlineData("--from 2020-01-24 --period 7d --as-of 2020-01-24", "2020-01-31")]
    public async Task Asking_OneDeadline_BeginsWithItsDate(string args, string last)
    {
        Assert.Equal(0, await RunAsync(args));
        Assert.StartsWith(last, _output.ToString(), StringComparison.Ordinal);
        Assert.Empty(_errors.ToString());
    }

    [Fact]
    public async Task Asking_AsJson_HasTheBatchsFields()
    {
        Assert.Equal(0, await RunAsync("--from 2026-12-31 --period 2mo --json"));
        var answer = JsonDocument.Parse(_output.ToString()).RootElement;
        Assert.Equal("2027-03-01", answer.GetProperty("last").GetString());
        Assert.Equal(new DateTimeOffset(2027, 3, 1, 16, 0, 0, TimeSpan.Zero), answer.GetProperty("dueAt").GetDateTimeOffset());
        Assert.True(answer.GetProperty("provisional").GetBoolean());
        Assert.Equal("2027-02-28", answer.GetProperty("earliestPossible").GetString());
        Assert.StartsWith("2025-11-04.", answer.GetProperty("calendar").GetString(), StringComparison.Ordinal);
        Assert.False(answer.TryGetProperty("days", out _));
    }

    [Fact]
    public async Task Explaining_AcrossNationalDay_NamesEveryDay()
    {
        Assert.Equal(0, await RunAsync("--from 2025-09-28 --period 5wd --explain"));
        var text = _output.ToString();
        Assert.Contains("2025-09-28 日 Sun  起算日，不计入 day 0, not counted：国庆节、中秋节调休上班", text, StringComparison.Ordinal);
        Assert.Contains("2025-10-01 三 Wed  跳过 skipped：国庆节、中秋节放假 National Day and Mid-Autumn Festival holiday", text, StringComparison.Ordinal);
        Assert.EndsWith("2025-10-11 六 Sat  第5日 day 5：国庆节、中秋节调休上班 worked in exchange for National Day and Mid-Autumn Festival\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explaining_ARoll_ShowsWhatItRolledOver()
    {
        Assert.Equal(0, await RunAsync("--from 2025-03-08 --period 7d --explain --json"));
        var days = JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("days").EnumerateArray()
            .Select(d => $"{d.GetProperty("date").GetString()![5..]} {d.GetProperty("step").GetString()}").ToList();
        Assert.Equal(["03-15 counted", "03-16 rolledOver", "03-17 rolledTo"], days[^3..]);
        Assert.Equal("03-08 dayZero", days[0]);
    }

    [Theory]
    [InlineData("", "Give one of")]
    [InlineData("--from 2025-03-10", "Give a period")]
    [InlineData("--from 2025-03-10 --period 0d", "no length")]
    [InlineData("--from 2025-02-30 --period 5wd", "no date")]
    [InlineData("--from 2025-03-10T00:00:00 --period 5wd", "no date")]
    [InlineData("--from 9999-12-31 --period 5wd", "no date")]
    [InlineData("--from 2025-03-10 --by 2025-03-10", "Give one of")]
    [InlineData("--by 2025-03-10 --period 5wd", "has no period")]
    [InlineData("--from 2025-03-10 --period 5wd --as-of soon", "no date")]
    [InlineData("--from 2025-03-10 --period 5wd --colour", "--colour")]
    [InlineData("--from", "--from")]
    [InlineData("--batch --from 2025-03-10", "standard input")]
    public async Task Asking_Badly_IsExitTwoOnStandardError(string args, string error)
    {
        Assert.Equal(2, await RunAsync(args));
        Assert.Contains(error, _errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task Asking_AsOfBeforeAnyNotice_IsANegativeAnswer()
    {
        Assert.Equal(1, await RunAsync("--from 2025-03-10 --period 5wd --as-of 2017-01-01"));
        Assert.Contains("No notice", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_GoodAndBadLines_AnswersEachInOrder()
    {
        var answers = await BatchAsync("""
            {"id":"a","from":"2025-03-10","period":"5wd"}
            {"id":7,"by":"2020-02-29"}
            {"id":1.50,"before":"2025-02-07","period":"3wd"}
            {"id":"北\u4eac","from":"2020-01-24","period":"7d","asOf":"2020-01-24"}
            {"id":"n","from":"2025-04-22","period":"2y","roll":false,"countFirstDay":null}
            {"id":"m","from":"2025-04-22","period":"2mo","roll":"none"}
            {"id":"c","from":"2020-11-16","period":"5wd","countFirstDay":true}

            {"id":"late","from":"2026-12-31","period":"2mo"}
            {"from":"2025-03-10","period":"5wd"}
            """);
        Assert.Equal(
            ["\"a\" 2025-03-17", "7 2020-03-02", "1.50 2025-01-27", "\"北\\u4eac\" 2020-01-31", "\"n\" 2027-04-22", "\"m\" 2025-06-22", "\"c\" 2020-11-20", "\"late\" 2027-03-01", "null 2025-03-17"],
            answers.Select(a => $"{a.GetProperty("id").GetRawText()} {a.GetProperty("last").GetString()}"));
        Assert.Equal([false, false, false, false, false, false, false, true, false], answers.Select(a => a.GetProperty("provisional").GetBoolean()));
        Assert.Equal("2025-03-18T00:00:00+08:00", answers[0].GetProperty("dueAt").GetString());
        Assert.StartsWith("2019-11-21.", answers[3].GetProperty("calendar").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"x","from":"2025-03-10","period":"0d"}""", "\"x\"", "no length")]
    [InlineData("""{"id":"x","from":"2025-03-10"}""", "\"x\"", "Give a period")]
    [InlineData("""{"id":"x","from":20250310,"period":"5wd"}""", "\"x\"", "must be strings")]
    [InlineData("""{"id":"x","from":"2025-03-10","period":"5wd","rol":false}""", "\"x\"", "no key 'rol'")]
    [InlineData("""{"id":"x","id":"y","from":"2025-03-10","period":"5wd"}""", "\"y\"", "stands twice")]
    [InlineData("""{"id":"x","from":"2025-03-10","period":"5wd","roll":"no"}""", "\"x\"", "true or false")]
    [InlineData("""{"id":"x","from":"2025-03-10","period":"5wd","asOf":"2017-01-01"}""", "\"x\"", "No notice")]
    [InlineData("""{"id":{"a":1},"from":"2025-03-10","period":"5wd"}""", "null", "string or a number")]
    [InlineData("""{"id":"x","from":"2025-03-10","period":"5wd"} {}""", "\"x\"", "not JSON")]
    [InlineData("""{"id":"x","from":"2025-03-10",""", "\"x\"", "not JSON")]
    [InlineData("""{"id":"x","nested":[{"a":[1,2]}],"from":"2025-03-10","period":"5wd"}""", "\"x\"", "no key 'nested'")]
    [InlineData("[1]", "null", "one JSON object")]
    [InlineData("hello", "null", "not JSON")]
    public async Task Batch_BadLine_SaysWhyAndGoesOn(string line, string id, string error)
    {
        var answers = await BatchAsync($"{line}\n{{\"id\":\"next\",\"from\":\"2025-03-10\",\"period\":\"5wd\"}}");
        Assert.Equal(2, answers.Count);
        Assert.Equal(id, answers[0].GetProperty("id").GetRawText());
        Assert.Contains(error, answers[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(["id", "error"], answers[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal("2025-03-17", answers[1].GetProperty("last").GetString());
    }

    [Fact]
    public async Task Batch_ManyLinesAndALongOne_AnswersAll()
    {
        var lines = Enumerable.Range(0, 20_000).Select(n => $$"""{"id":{{n}},"from":"2025-03-10","period":"5wd"}""")
            .Append($$"""{"id":"{{new string('x', 300_000)}}","from":"2025-03-10","period":"5wd"}""");
        var answers = await BatchAsync(string.Join("\r\n", lines));
        Assert.Equal(20_001, answers.Count);
        Assert.Equal(19_999, answers[19_999].GetProperty("id").GetInt32());
    }

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    private Task<int> RunAsync(string args) => RunAsync(args, "");

    private Task<int> RunAsync(string args, string input)
    {
        var root = new RootCommand { DeadlineCommand.Build(() => new MemoryStream(Encoding.UTF8.GetBytes(input))) };
        string[] words = ["deadline", .. args.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        return ZoneFlowCommand.RunAsync(root, words, new InvocationConfiguration { Output = _output, Error = _errors });
    }

    private async Task<List<JsonElement>> BatchAsync(string input)
    {
        Assert.Equal(0, await RunAsync("--batch", input));
        return [.. _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
    }
}
