using System.Collections.Immutable;
using System.Globalization;
using ZoneFlow.Core.Cases;
using ZoneFlow.Server.Demo;
using ZoneFlow.TestKit;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests;

/// <summary>北京: a call with its window, the district, the experts' sheets, the ranking, the meeting's list, the notice, the recognition.</summary>
[NeedsChromium]
[NeedsFullRun]
public sealed class BeijingTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string[] Sheet = ["mechanism", "capability", "effects"];

    [FactIfPresent]
    public async Task Call_FromItsNoticeToRecognition_IsWalkedByEachRole()
    {
        foreach (var phone in RunSize.Full ? (bool[])[false, true] : [false])
        {
            await WalkAsync(phone ? "手机办理" : "", phone);
        }
    }

    private async Task WalkAsync(string mark, bool phone)
    {
        SamplePerson Of(string key, string party, string role, string? region = null, bool secured = false) =>
            new($"bj{(phone ? "-phone" : "")}-{key}", $"{party}{mark}", role, region, $"{party}经办人", $"{key}{(phone ? "-phone" : "")}@bj.example", secured);

        var there = new Elsewhere(chromium, "beijing-2023") { Region = "海淀区", Sample = ["submit", "file-check", "score", "meeting-list", "adopt-list"] };
        var first = await there.AsAsync(Of("first", "中关村示范园运营公司", "operating-body"), phone);
        var second = await there.AsAsync(Of("second", "海淀示范园运营公司", "operating-body"), phone);
        var district = await there.AsAsync(Of("district", "海淀区知识产权局（示例）", "district", "海淀区", true), phone);
        var office = await there.AsAsync(Of("office", "北京市知识产权局（示例）", "office", null, true), phone);
        var experts = new List<Person>();
        foreach (var n in Enumerable.Range(1, 3))
        {
            // Whoever reads sheets on the way reads them on a telephone.
            experts.Add(await there.AsAsync(Of($"expert-{n}", $"评审专家{n}", "expert"), phone || n == 1));
        }

        var (call, jia, yi) = ($"2025年度申报{mark}", $"中关村示范园区{mark}", $"海淀示范园区{mark}");
        var round = await there.OpenAsync(office, "start-round", call, Look("worklist-office"));
        await there.DoAsync(office, call, round, "publish-call", Look("publish-call"), Date("closes", 10), Date("district-by", 17), ("quota", new FieldValue.Number(1)));
        var zones = new Dictionary<string, CaseId>();
        foreach (var (body, title) in new[] { (first, jia), (second, yi) })
        {
            zones[title] = await there.OpenAsync(body, "start-case", title, null);
            await there.AnswerAsync(
                body, zones[title], ("companies", "70"), ("smes", "56"), ("high-end", "42"), ("valid-patents", "300"), ("valid-inventions", "0"),
                ("operating-since", "2021-02-28"), ("services-since", "2021-02-28"));
            await there.DoAsync(body, title, zones[title], "submit", body == first ? Look("submit") : null, ("round", new FieldValue.Text(round.Value)));
        }

        await district.Page.GotoAsync("/worklist/check");
        await there.SeeAsync(district, Look("file-check"));
        Assert.Equal(2, await district.Page.GetByTestId("file-checks").Locator("tbody tr").CountAsync());
        foreach (var (title, zone) in zones)
        {
            await there.DoAsync(district, title, zone, "recommend", title == jia ? Look("recommend") : null);
            await there.DoAsync(office, title, zone, "pass");
        }

        await there.MoveAsync(18);
        await there.DoAsync(office, call, round, "close-intake", Look("close-intake"));
        await SeatAsync(there, office, experts, call, round, Look);
        await ScoreAsync(there, experts, call, round, zones.Values, Look);
        await office.Page.GotoAsync($"/cases/{round}/meeting-list");
        await there.SeeAsync(office, Look("meeting-list-before"));
        Assert.Equal(1, await office.Page.GetByTestId("provisional").CountAsync());
        Assert.Equal(1, await office.Page.GetByTestId("ties").CountAsync());
        await there.DoAsync(office, call, round, "conclude", Look("conclude"));
        await office.DossierAsync(call);
        await there.SeeAsync(office, Look("dossier-call"));
        await office.Page.GetByTestId("meeting-list-link").ClickAsync();
        await there.SeeAsync(office, Look("meeting-list"));
        Assert.Equal(0, await office.Page.GetByTestId("provisional").CountAsync());
        await there.DoAsync(office, call, round, "adopt-list", Look("adopt-list"), ("list", new FieldValue.Many([zones[jia].Value])));
        await there.MoveAsync(12);
        await there.DoAsync(office, jia, zones[jia], "recognise", Look("recognise"), Date("dated", 0));
        if (there.Shows(null))
        {
            await first.DossierAsync(jia, Look("dossier-recognised"));
            await second.DossierAsync(yi, Look("dossier-unplaced"));
        }

        var reader = await chromium.OpenAsync(phone);
        await reader.GoAsync($"/zones/{zones[jia]}", Look("zone"));
        Assert.Contains(jia, await reader.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("正式认定之日", await reader.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        string Look(string page) => $"40-beijing{(phone ? "-by-phone" : "")}-{page}";
        (string, FieldValue) Date(string name, int inDays) => (name, new FieldValue.Day(there.Today.AddDays(inDays)));
    }

    private static async Task SeatAsync(Elsewhere there, Person office, List<Person> experts, string call, CaseId round, Func<string, string> look)
    {
        if (!there.Shows(null))
        {
            var (panel, visit) = await there.RunningAsync(round);
            await there.SendAsync(office, round, new SignalBody.SeatExperts(panel, visit, [.. experts.Select(e => DemoSeed.Party(e.Sample))]));
            return;
        }

        await office.DossierAsync(call);
        await office.ChooseAsync("聘请专家");
        foreach (var expert in experts)
        {
            await office.Page.GetByLabel(expert.Sample.Party, new() { Exact = true }).CheckAsync();
        }

        await office.SeeAsync(look("seats"));
        await office.Page.GetByTestId("seat").ClickAsync();
        await office.Page.GetByTestId("done").WaitForAsync();
    }

    // Equal scores, so that the meeting has something to decide: 80 and 90 for the first two criteria weigh the same either way round.
    private static async Task ScoreAsync(
        Elsewhere there, List<Person> experts, string call, CaseId round, IEnumerable<CaseId> zones, Func<string, string> look)
    {
        var scores = zones.Select((z, n) => (Zone: z, Sheet: Sheet.Select((c, i) => (Criterion: c, Score: i == 2 ? 85m : (i + n) % 2 == 0 ? 80m : 90m)).ToList())).ToList();
        foreach (var expert in experts)
        {
            var isFirst = expert == experts[0];
            if (!isFirst && !there.Shows(null))
            {
                var (panel, visit) = await there.RunningAsync(round);
                foreach (var (zone, sheet) in scores)
                {
                    await there.SendAsync(expert, round, new SignalBody.GiveScore(
                        panel, visit, zone.Value, sheet.ToImmutableSortedDictionary(s => s.Criterion, s => s.Score, StringComparer.Ordinal), null));
                }

                continue;
            }

            await expert.TaskAsync(call);
            if (isFirst && there.Shows(null))
            {
                await expert.SeeAsync(look("expert-task"));
                await expert.ChooseAsync("申请回避");
                await expert.SeeAsync(look("recusal"));
                await expert.Page.GetByTestId("recuse").ClickAsync();
                await expert.SeeAsync(look("recusal-refused"));
                await expert.TaskAsync(call);
            }

            await expert.ChooseAsync("评分");
            foreach (var (zone, sheet) in scores)
            {
                foreach (var (criterion, score) in sheet)
                {
                    await expert.Page.Locator($"[name='score.{zone}.{criterion}']").FillAsync(score.ToString(CultureInfo.InvariantCulture));
                }
            }

            await (isFirst ? expert.SeeAsync(look("score")) : Task.CompletedTask);
            await expert.Page.GetByTestId("score").First.ClickAsync();
            await expert.Page.GetByTestId("done").WaitForAsync();
        }
    }
}
