using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit;
using Life = ZoneFlow.TestKit.Lives.BeijingLife;

namespace ZoneFlow.Server.Tests.Calls;

/// <summary>What a call looks up, looked up by the shell in a real store: the round, its members, the scores, the bans by code.</summary>
public sealed class CallOverTheShellTests : IAsyncLifetime
{
    private const string Code = "91110108MA01A1B2C3";
    private readonly DemoServer _server = new();
    private int _signals;

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        foreach (var (actor, code) in new[] { (Life.Operator, Code), (Life.OtherOperator, Code), (Life.District, null), (Life.Office, null) }.Concat(Life.Experts.Select(e => (e, (string?)null))))
        {
            var role = actor.Roles.Single();
            await _server.Services.GetRequiredService<Registrar>().RegisterPartyAsync(Next(), Actor.System, actor.Party!.Value.Value, actor.Party.Value.Value, code, default);
            await SendAsync(new CaseId(actor.Party.Value.Value), Actor.System, new SignalBody.GrantRole(role.Role, role.Region, ChinaCalendar.Day("2025-01-01"), null));
        }
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Call_OverTheShell_RanksWhatWasScored_AndTheBanFollowsTheCode()
    {
        await OpenCallAsync(Life.Call, "2025-05-30", "2025-06-06");
        await ApplyAsync(Life.Zone, Life.Operator, "甲园区", Life.Call);
        await ApplyAsync(new CaseId("second"), Life.OtherOperator, "乙园区", Life.Call);
        Assert.Equal(["pending", "pending"], (await _server.StateAsync("call")).Items.Select(i => i.State));
        foreach (var zone in new[] { "zone", "second" })
        {
            await ActAsync(zone, Life.District, "recommend");
            await ActAsync(zone, Life.Office, "pass");
        }

        await _server.MoveToAsync("2025-06-03");
        await ActAsync("call", Life.Office, "close-intake");
        await ScoreAsync(("zone", 70), ("second", 80));
        await ActAsync("call", Life.Office, "conclude");

        Assert.Equal([("zone", 70m, 2), ("second", 80m, 1)], (await _server.StateAsync("call")).Items.Select(i => (i.Key, i.Score!.Value, i.Place!.Value)));
        await ActAsync("call", Life.Office, "adopt-list", Life.Many("list", "zone", "second"));
        await _server.MoveToAsync("2025-06-12");
        await ActAsync("zone", Life.Office, "recognise", Life.Date("dated", "2025-06-12"));
        await ActAsync("zone", Life.Office, "open-integrity", Life.Many("ground", "弄虚作假（第八条）"));
        await ActAsync("zone", Life.Office, "revoke");
        await ActAsync("zone", Life.Office, "serve", Life.Date("served", "2025-06-12"));
        await ActAsync("zone", Life.Operator, "waive");
        await ActAsync("zone", Life.Office, "uphold", Life.Date("dated", "2025-06-12"));

        Assert.Equal("revoked", (await _server.StateAsync("zone")).Standing);
        var refused = await TryAsync("second", Life.Office, "recognise", Life.Date("dated", "2025-06-12"));
        Assert.Equal("guard", refused!.Rule);
        Assert.Contains(Code, refused.Message.Zh, StringComparison.Ordinal);

        await LiftOnThePageAsync((await _server.StateAsync("zone")).Bans.Single());

        await ActAsync("second", Life.Office, "recognise", Life.Date("dated", "2025-06-12"));
        Assert.Equal(("revoked", "recognised"), ((await _server.StateAsync("zone")).Standing, (await _server.StateAsync("second")).Standing));
    }

    // An officer lifts it on the page. What is wrong is said beside its field, what was typed stays, and what is left blank is as it was.
    private async Task LiftOnThePageAsync(ImposedBan was)
    {
        const string Path = "/cases/zone/correction";
        var (codes, registrar) = (_server.Services.GetRequiredService<Codes>(), _server.Services.GetRequiredService<Registrar>());
        var (party, person) = (Life.Office.Party!.Value, new PersonId("ban-officer"));
        await registrar.AddPersonAsync(Next(), Actor.System, party, person, "经办人", "officer@bj.example", default);
        await codes.EnrolAsync(person, default);
        await registrar.SecureAsync(Next(), Actor.System, party, person, true, default);
        var officer = new Browser(_server, (await _server.Services.GetRequiredService<SignIns>().BeginAsync(person, party, default)).Value);
        var page = await officer.GetAsync(Path);
        Assert.Contains(Code, page.Html.QuerySelector("[data-testid=bans]")!.TextContent, StringComparison.Ordinal);
        (string, string)[] fields = [("what", "ban.1"), ("lift", "yes"), ("slot", "ending-decision"), ("reason", "登记有误")];
        (string, string, byte[])[] papers = [("ban", "决定.pdf", Papers.Pdf("决定"))];

        var wrong = await officer.PostAsync(Path, [.. Browser.Hidden(page), .. fields, ("last", "2030-02-30")], papers);
        Assert.Equal((422, "2030-02-30"), (wrong.Status, wrong.Html.QuerySelector("input[name=last]")!.GetAttribute("value")));
        var early = await officer.PostAsync(Path, [.. Browser.Hidden(wrong), .. fields, ("last", "2001-01-01")], papers);
        Assert.Equal((422, "inputs-wrong"), (early.Status, early.Html.QuerySelector("[data-testid=refusal]")!.GetAttribute("data-rule")));
        var uncoded = await officer.PostAsync(Path, [.. Browser.Hidden(early), .. fields, ("code", "000000")], papers);
        Assert.Equal(403, uncoded.Status);
        Assert.False((await _server.StateAsync("zone")).Bans.Single().Lifted);

        _server.Wall.Advance(TimeSpan.FromSeconds(31));
        var code = TimeBasedCode.At((await codes.SecretAsync(person, default))!, _server.Wall.GetUtcNow());
        var done = await officer.PostAsync(Path, [.. Browser.Hidden(uncoded), .. fields, ("code", code)], papers);

        Assert.Equal(302, done.Status);
        await _server.SettleAsync();
        Assert.Equal(was with { Lifted = true }, (await _server.StateAsync("zone")).Bans.Single(), ComparedByText);
        Assert.Contains("予以撤销", (await officer.GetAsync(done.Answer.Headers.Location!.ToString())).Html.QuerySelector("[data-testid=done]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("更正", (await officer.GetAsync("/worklist/done")).Html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    // A record with a list compares the list's place, not what is in it.
    private static bool ComparedByText(ImposedBan a, ImposedBan b) => $"{a}{string.Join('|', a.Scope)}{string.Join('|', a.Warned)}" == $"{b}{string.Join('|', b.Scope)}{string.Join('|', b.Warned)}";

    private async Task OpenCallAsync(CaseId call, string closes, string districtBy)
    {
        await SendAsync(call, Life.Office, new SignalBody.OpenCase(
            Life.Policy.Revision, CaseKinds.Round, "2025-1", "2025年度申报", null, []));
        await ActAsync(call.Value, Life.Office, "publish-call", Life.Date("closes", closes), Life.Date("district-by", districtBy));
    }

    private async Task ApplyAsync(CaseId zone, Actor by, string title, CaseId to)
    {
        await SendAsync(zone, by, new SignalBody.OpenCase(
            Life.Policy.Revision, CaseKinds.Zone, $"BJ-{zone}", title, "海淀区", [new Applicant("operating-body", by.Party!.Value)]));
        await SendAsync(zone, by, new SignalBody.SaveAnswers(Life.Form()));
        await ActAsync(zone.Value, by, "submit", Life.Text("round", to.Value));
    }

    private async Task ScoreAsync(params (string Zone, decimal Score)[] scores)
    {
        var panel = (await _server.StateAsync("call")).Procedures.Single();
        await SendAsync(Life.Call, Life.Office, new SignalBody.SeatExperts(panel.Id, panel.Visit, [.. Life.Experts.Select(e => e.Party!.Value)]));
        foreach (var expert in Life.Experts)
        {
            foreach (var (zone, score) in scores)
            {
                var sheet = new[] { "mechanism", "capability", "effects" }.ToImmutableSortedDictionary(c => c, _ => score, StringComparer.Ordinal);
                await SendAsync(Life.Call, expert, new SignalBody.GiveScore(panel.Id, panel.Visit, zone, sheet, null));
            }
        }
    }

    private async Task ActAsync(string on, Actor actor, string action, params (string Name, FieldValue Value)[] inputs)
    {
        var refusal = await TryAsync(on, actor, action, inputs);
        Assert.True(refusal is null, $"{action}: {refusal?.Message} {string.Join("; ", refusal?.Details.Select(d => $"{d.Name}: {d.Message}") ?? [])}");
    }

    private async Task<Refusal?> TryAsync(string on, Actor actor, string action, params (string Name, FieldValue Value)[] inputs)
    {
        var state = await _server.StateAsync(on);
        var procedure = Conduct.Find(Life.Policy, state, action);
        var transition = Conduct.Transition(Life.Policy, state, procedure, action)!;
        var act = new SignalBody.Act(
            procedure, procedure is null ? 0 : state.Procedure(procedure)!.Visit, action,
            inputs.ToImmutableSortedDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal), Paperwork.Confide("事出有因"),
            [.. Life.Policy.CriteriaOf(transition.Judges).Where(c => c.Judge is not null).Select(c => c.Name)], [.. transition.Needs.Select(Paperwork.Of)]);
        var answer = await AnswerAsync(new CaseId(on), actor, act);
        await _server.SettleAsync();
        return answer.Refusal;
    }

    private async Task SendAsync(CaseId to, Actor actor, SignalBody body) => Assert.Null((await AnswerAsync(to, actor, body)).Refusal);

    private Task<Answer> AnswerAsync(CaseId to, Actor actor, SignalBody body) =>
        _server.Services.GetRequiredService<Runtime.Shell.Cases>().SendAsync(new SignalRequest(Next(), to, _server.Now, actor, body, []), default);

    private SignalId Next() => new($"test-{++_signals:D4}");
}
