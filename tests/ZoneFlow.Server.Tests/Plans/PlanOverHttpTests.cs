using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Parts;
using ZoneFlow.Web.Imports;

namespace ZoneFlow.Server.Tests.Plans;

/// <summary>A plan's ledger by page and by spreadsheet: named, owed, imported, filed, confirmed, changed, paid, compared.</summary>
public sealed class PlanOverHttpTests(PlanOffice office) : IClassFixture<PlanOffice>
{
    private const string Action = "/cases/xz-plan/act/";

    [FactIfPresent]
    [NeedsFullRun]
    public async Task Plan_FromItsLeadToItsSecondVersion_OnPages()
    {
        var (leading, unit, supervisor) = (await office.BrowserAsync(PlanOffice.Leading), await office.BrowserAsync(PlanOffice.Quanshan), await office.BrowserAsync(PlanOffice.Supervisor));
        Assert.Equal(403, (await unit.GetAsync("/cases/xz-plan/plan")).Status);

        await NameLeadAsync(leading);
        await office.Server.MoveToAsync("2025-07-01");
        // One mail speaks of both tasks and leads to the page that has both, which the unit may see though not the dossier.
        var round = office.Server.MailsTo("quanshan@plan.example").Where(m => m.Text!.Contains("进展报告", StringComparison.Ordinal)).ToList();
        Assert.Contains(round, m => m.Text!.Contains($"{office.Server.Address}/cases/xz-plan/plan", StringComparison.Ordinal));
        var owed = await unit.GetAsync("/cases/xz-plan/plan");
        Assert.Equal(200, owed.Status);
        Assert.Equal(2, owed.Html.QuerySelectorAll("[data-testid=task]").Length);
        Assert.Equal(403, (await unit.GetAsync("/cases/xz-plan")).Status);

        await ImportAsync(unit);
        await FileAsync(unit, "progress/2025-3.t2-3", ("input.values.agencies", "100"), ("input.values.staff", "3000"), ("input.values.agency-rate", "80"));
        var page = await unit.GetAsync("/cases/xz-plan/plan");
        Assert.Contains(page.Html.QuerySelectorAll("[data-testid=score-value]"), v => v.TextContent.Contains("已填报，待确认", StringComparison.Ordinal));
        await office.ActAsync(PlanOffice.Supervisor, "verify", "progress/2025-3.t2-3", []);
        page = await supervisor.GetAsync("/cases/xz-plan/plan");
        Assert.Contains(page.Html.QuerySelectorAll("[data-testid=score-value]"), v => v.TextContent.Contains("3,000人", StringComparison.Ordinal));

        await office.Server.MoveToAsync("2025-10-09");
        await FileAsync(unit, "progress/2025-4.t2-3", ("input.values.agencies", "110"), ("input.values.staff", "3100"), ("input.values.agency-rate", "82"));
        await office.ActAsync(PlanOffice.Supervisor, "verify", "progress/2025-4.t2-3", []);
        await ChangeAsync(leading, await office.BrowserAsync(PlanOffice.TaskForce));
        await FundsAsync();

        var state = await office.Server.StateAsync("xz-plan");
        Assert.Equal(2, state.Plan!.Version);
        Assert.DoesNotContain("agency-rate", Encoding.UTF8.GetString(JournalText.Write(state)), StringComparison.Ordinal);
        page = await leading.GetAsync("/cases/xz-plan/plan");
        Assert.Equal("2", page.Html.QuerySelector("[data-testid=plan-version]")!.TextContent);
        Assert.Contains("不低于200家", page.Html.QuerySelector("[data-testid=plan-changes]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("仅据两期数值，误差无从估计", page.Text, StringComparison.Ordinal);
        Assert.Contains("方案第2版", (await leading.GetAsync("/cases/xz-plan/plan/book")).Html.QuerySelector("[data-testid=book-version]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(200, (await leading.GetAsync("/cases/xz-plan/plan.xlsx")).Status);

        var portfolio = await leading.GetAsync("/worklist/plans?policy=xuzhou-quanshan-2024");
        Assert.Single(portfolio.Html.QuerySelectorAll("[data-testid=portfolio] tbody tr"));
        var compared = await leading.GetAsync("/worklist/plans?policy=xuzhou-quanshan-2024&indicator=" + Uri.EscapeDataString("知识产权从业人员（人）"));
        Assert.Contains("3,100", compared.Html.QuerySelector("[data-testid=compared]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unit_ThatWasMergedAway_IsNotNamedToLead_AndNothingChanges()
    {
        var version = (await office.Server.StateAsync("xz-plan")).Version;

        var refusal = await office.TryAsync(
            PlanOffice.Leading, "name-lead", null, ("items", new FieldValue.Many(["t5-1"])), ("lead", new FieldValue.Many(["association"])), ("responsible", new FieldValue.Many([])));

        var detail = Assert.Single(refusal!.Details);
        Assert.Equal("lead", detail.Name);
        Assert.Contains("已撤并", detail.Message.Zh, StringComparison.Ordinal);
        Assert.Equal(version, (await office.Server.StateAsync("xz-plan")).Version);
    }

    private async Task NameLeadAsync(Browser leading)
    {
        var path = Action + "name-lead?procedure=programme%2F1&visit=" + (await office.Server.StateAsync("xz-plan")).Procedure("programme/1")!.Visit;
        var form = await leading.GetAsync(path);
        Assert.NotNull(form.Html.QuerySelector("input[name='input.lead'][value=quanshan][checked]"));
        var done = await leading.PostAsync(path, [.. Browser.Hidden(form), ("input.items", "t2-3"), ("input.lead", "quanshan"), ("input.items", "t6-1")]);
        Assert.True(done.Status == 302, done.Html.QuerySelector("main")?.TextContent);
        await office.Server.SettleAsync();
    }

    // A table with one good row and several wrong ones: each is told by its cell, and none is in before somebody files.
    private async Task ImportAsync(Browser unit)
    {
        var template = await unit.Client.GetByteArrayAsync("/cases/xz-plan/plan/values/template.xlsx");
        var (sheet, _) = SheetReader.OfXlsx(new MemoryStream(template));
        Assert.Equal(6, sheet!.Rows.Count);

        var csv = new StringBuilder("报告编号,任务,指标,口径,单位,截至,数值\r\n")
            .Append("progress/2025-3.t6-1,,公益讲座,,期,,5\r\n").Append("progress/2025-3.t6-1,,知识产权街区或文化长廊,,处,,=1+1\r\n")
            .Append("progress/2025-3.t2-3,,知识产权从业人员,,万人,,0.3\r\n").Append("progress/2024-1.t2-3,,知识产权从业人员,,人,,3000\r\n")
            .Append("progress/2025-3.t6-1,,知识产权公益讲座,,期,,5\r\n").ToString();
        var (page, read) = await ReadAsync(unit, csv);
        Assert.Equal(["C2", "G3", "E4", "A5"], page.Html.QuerySelectorAll("[data-testid=row-wrong]").Select(w => w.Closest("tr")!.QuerySelector("td")!.TextContent.Trim()));
        Assert.Contains("可用1行，有误4行", page.Html.QuerySelector("[data-testid=import-result]")!.TextContent, StringComparison.Ordinal);

        for (var times = 0; times < 2; times++)
        {
            var taken = await unit.PostAsync("/cases/xz-plan/plan/values/taken", Browser.Hidden(read, "form[data-testid=take-form]"));
            Assert.Equal(302, taken.Status);
            var rows = await office.Server.Services.GetRequiredService<ICaseStore>().RowsAsync(new CaseId("xz-plan"), RowKinds.WaitingValues, default);
            Assert.Equal("{\"lectures\":\"5\"}", Assert.Single(rows).Json);
        }

        var form = await unit.GetAsync(await PathAsync("progress/2025-3.t6-1", "report"));
        Assert.Equal("5", form.Html.QuerySelector("input[name='input.values.lectures']")!.GetAttribute("value"));
    }

    private static async Task<(Page Page, Page Read)> ReadAsync(Browser unit, string csv)
    {
        var page = await unit.GetAsync("/cases/xz-plan/plan/values");
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Browser.Hidden(page, "form[data-testid=import-form]"))
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "table.values", "values.csv");
        var read = await Browser.ReadAsync(await unit.Client.PostAsync("/cases/xz-plan/plan/values", form));
        return (read, read);
    }

    private async Task FileAsync(Browser unit, string procedure, params (string Name, string Value)[] values)
    {
        var path = await PathAsync(procedure, "report");
        var form = await unit.GetAsync(path);
        Assert.Equal(200, form.Status);
        var done = await unit.PostAsync(
            path, [.. Browser.Hidden(form), .. values],
            [("progress-report", "report.pdf", TestKit.Papers.Pdf("进展")), ("evidence", "evidence.pdf", TestKit.Papers.Pdf("佐证"))]);
        Assert.True(done.Status == 302, done.Html.QuerySelector("main")?.TextContent);
        await office.Server.SettleAsync();
    }

    // The first version is the text's own; the second asks for two hundred agencies and is seen as a difference before it is agreed to.
    private async Task ChangeAsync(Browser leading, Browser taskForce)
    {
        const string path = Action + "request-change";
        var form = await taskForce.GetAsync(path);
        var cells = form.Html.QuerySelectorAll("input[name^='input.plan.']").Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value") ?? "")).ToList();
        var row = cells.First(c => c.Value == "累计集聚的服务机构").Name.Split('.')[2];
        var changed = cells.Select(c => c.Name == $"input.plan.{row}.target" ? (c.Name, "二百") : (c.Name, c.Value)).ToList();
        var files = new[] { ("revised-plan", "plan.pdf", TestKit.Papers.Pdf("调整")) };
        var wrong = await taskForce.PostAsync(path, [.. Browser.Hidden(form), ("input.summary", "提高目标"), .. changed], files);
        Assert.Equal(422, wrong.Status);
        Assert.Contains($"第{int.Parse(row, CultureInfo.InvariantCulture) + 1}行“目标值”", wrong.Text, StringComparison.Ordinal);

        form = await taskForce.GetAsync(path);
        var right = cells.Select(c => c.Name == $"input.plan.{row}.target" ? (c.Name, "200") : (c.Name, c.Value)).ToList();
        var done = await taskForce.PostAsync(path, [.. Browser.Hidden(form), ("input.summary", "提高目标"), .. right], files);
        Assert.True(done.Status == 302, done.Html.QuerySelector("main")?.TextContent);
        await office.Server.SettleAsync();
        var draft = (await leading.GetAsync("/cases/xz-plan/plan")).Html.QuerySelector("[data-testid=plan-draft]")!.TextContent;
        Assert.Contains("不低于150家", draft, StringComparison.Ordinal);
        Assert.Contains("不低于200家", draft, StringComparison.Ordinal);
        await office.ActAsync(PlanOffice.Leading, "agree");
    }

    private async Task FundsAsync()
    {
        await office.Server.MoveToAsync("2026-01-05");
        await office.ActAsync(PlanOffice.District, "appropriate", ("dated", Day("2026-01-05")), ("special-funds", new FieldValue.Number(100.50m)));
        var beyond = await office.TryAsync(PlanOffice.District, "record-payment", null, ("dated", Day("2026-01-05")), ("special-funds", new FieldValue.Number(100.51m)));
        Assert.Equal("special-funds", Assert.Single(beyond!.Details).Name);
        await office.ActAsync(PlanOffice.District, "record-payment", ("dated", Day("2026-01-05")), ("special-funds", new FieldValue.Number(60.25m)));
        var payment = (await BookAsync()).Funds[^1].Id;
        await office.ActAsync(PlanOffice.District, "reverse-entry", ("entry", new FieldValue.Text(payment)));
        Assert.NotNull(await office.TryAsync(PlanOffice.District, "reverse-entry", null, ("entry", new FieldValue.Text(payment))));
        Assert.Equal(100.50m, (await BookAsync()).Balance("special-funds"));
    }

    private async Task<PlanBook> BookAsync() =>
        await office.Server.Services.GetRequiredService<Runtime.Shell.LookUps>().BookAsync(new CaseId("xz-plan"), default);

    private async Task<string> PathAsync(string procedure, string action) =>
        $"{Action}{action}?procedure={Uri.EscapeDataString(procedure)}&visit={(await office.Server.StateAsync("xz-plan")).Procedure(procedure)!.Visit}";

    private static FieldValue.Day Day(string day) => new(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
