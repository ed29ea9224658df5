using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Server.Demo;
using ZoneFlow.TestKit;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests;

/// <summary>吉林: a joint application that all sign, the city's seal, the experts with their visit, the approval.</summary>
[NeedsChromium]
[NeedsFullRun]
public sealed class JilinTests(Chromium chromium) : IClassFixture<Chromium>
{
    [FactIfPresent]
    public async Task Zone_FromTheJointApplicationToApproval_IsWalkedByEachRole()
    {
        foreach (var phone in RunSize.Full ? (bool[])[false, true] : [true])
        {
            await WalkAsync(phone ? "手机办理" : "", phone);
        }
    }

    private async Task WalkAsync(string mark, bool phone)
    {
        SamplePerson Of(string key, string party, string role, string? region = null, bool secured = false) =>
            new($"jl{(phone ? "-phone" : "")}-{key}", $"{party}{mark}", role, region, $"{party}经办人", $"{key}{(phone ? "-phone" : "")}@jl.example", secured);

        var there = new Elsewhere(chromium, "jilin-2018") { Region = "长春市", Sample = ["sign-unit", "seal"] };
        var unit = await there.AsAsync(Of("unit", "长春示范服务机构", "key-unit"), phone);
        var county = await there.AsAsync(Of("county", "长春示范区科技局", "county"), phone);
        var city = await there.AsAsync(Of("city", "长春市科技局（示例）", "city", "长春市", true), phone);
        var province = await there.AsAsync(Of("province", "省科技厅（示例）", "province", null, true), phone);
        var experts = new List<Person>();
        foreach (var n in Enumerable.Range(1, 3))
        {
            experts.Add(await there.AsAsync(Of($"expert-{n}", $"审核专家{n}", "expert"), phone));
        }

        var title = $"长春示范知识产权服务业集聚发展区{mark}";
        var zone = await there.OpenAsync(county, "start-case", title, Look("worklist"), unit.Sample.Party);
        await there.AnswerAsync(
            county, zone, ("agencies-information", "1"), ("agencies-advice", "0"), ("agencies-legal", "1"), ("agencies-agent", "2"), ("agencies-other", "0"));
        await county.Page.GotoAsync($"/cases/{zone}/form");
        await there.SeeAsync(county, Look("form"));
        await there.DoAsync(county, title, zone, "sign", Look("sign"));
        await unit.ActAsync(title, "签署申报材料", Look("sign-unit"));
        await there.DoAsync(
            city, title, zone, "seal", Look("seal"), ("opinion", new FieldValue.Text("同意申报")), ("sealed", new FieldValue.Day(there.Today)));
        var (panel, visit) = await there.RunningAsync(zone);
        await there.SendAsync(province, zone, new SignalBody.SeatExperts(panel, visit, [.. experts.Select(e => DemoSeed.Party(e.Sample))]));
        foreach (var expert in experts)
        {
            if (!there.Shows(null))
            {
                await there.SendAsync(expert, zone, new SignalBody.GiveScore(
                    panel, visit, zone.Value, ImmutableSortedDictionary<string, decimal>.Empty.Add("overall", 88), null));
                continue;
            }

            await expert.TaskAsync(title);
            await expert.ChooseAsync("评分");
            await expert.Page.Locator("input[inputmode=decimal]").First.FillAsync("88");
            await expert.SeeAsync(expert == experts[0] ? Look("score") : null);
            await expert.Page.GetByTestId("score").First.ClickAsync();
            await expert.Page.GetByTestId("done").WaitForAsync();
        }

        await there.HoldAsync(province, title, zone, "site-visit", "现场考察", Look("site-visit"));
        await there.DoAsync(province, title, zone, "conclude", Look("conclude"));
        await there.DoAsync(province, title, zone, "approve", Look("approve"), ("dated", new FieldValue.Day(there.Today)));
        await county.DossierAsync(title);
        await there.SeeAsync(county, Look("dossier"));
        var reader = await chromium.OpenAsync(phone);
        await reader.GoAsync($"/zones/{zone}", Look("zone"));
        Assert.Contains(title, await reader.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);

        string Look(string page) => $"41-jilin{(phone ? "-by-phone" : "")}-{page}";
    }
}
