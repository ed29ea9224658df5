using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit;

namespace ZoneFlow.Server.Tests.Plans;

/// <summary>The plan of 徐州泉山 over the shell and over HTTP, with its parties.</summary>
public sealed class PlanOffice : IAsyncLifetime
{
    private int _signals;

    public static Pack Policy { get; } = ShippedPacks.Load("xuzhou-quanshan-2024").Pack!;

    public static Actor Leading { get; } = Cast.Of("leading-group", "leading-group");

    public static Actor Supervisor { get; } = Cast.Of("supervisor", "supervisor");

    public static Actor TaskForce { get; } = Cast.Of("task-force", "task-force");

    public static Actor District { get; } = Cast.Of("district", "district");

    public static Actor Quanshan { get; } = Cast.Of("quanshan", "unit", "quanshan");

    public DemoServer Server { get; } = new();

    public string Plan { get; } = "xz-plan";

    public async Task InitializeAsync()
    {
        await Server.InitializeAsync();
        foreach (var actor in new[] { Leading, Supervisor, TaskForce, District, Quanshan })
        {
            var role = actor.Roles.Single();
            var party = actor.Party!.Value;
            await Server.Services.GetRequiredService<Registrar>().RegisterPartyAsync(Next(), Actor.System, party.Value, party.Value, null, default);
            await SendAsync(party.Value, Actor.System, new SignalBody.GrantRole(role.Role, role.Region, ChinaCalendar.Day("2025-01-01"), null));
            await Server.Services.GetRequiredService<Registrar>().AddPersonAsync(Next(), Actor.System, party, Person(actor), party.Value, $"{party}@plan.example", default);
        }

        // A body that was a unit of the plan until it was merged into another.
        await Server.Services.GetRequiredService<Registrar>().RegisterPartyAsync(Next(), Actor.System, "merged-away", "merged-away", null, default);
        await SendAsync("merged-away", Actor.System, new SignalBody.GrantRole("unit", "association", ChinaCalendar.Day("2025-01-01"), ChinaCalendar.Day("2025-03-31")));
        await SendAsync(Plan, Leading, new SignalBody.OpenCase(Policy.Revision, CaseKinds.Plan, "XZ-2024", "徐州泉山试验区实施方案", null, []));
        await ActAsync(Leading, "activate");
    }

    public Task DisposeAsync() => Server.DisposeAsync();

    internal async Task<Browser> BrowserAsync(Actor actor) =>
        new(Server, (await Server.Services.GetRequiredService<SignIns>().BeginAsync(Person(actor), actor.Party!.Value, CancellationToken.None)).Value);

    public async Task ActAsync(Actor actor, string action, params (string Name, FieldValue Value)[] inputs) => await ActAsync(actor, action, null, inputs);

    public async Task ActAsync(Actor actor, string action, string? procedure, (string Name, FieldValue Value)[] inputs)
    {
        var refusal = await TryAsync(actor, action, procedure, inputs);
        Assert.True(refusal is null, $"{action}: {refusal?.Message} {string.Join("; ", refusal?.Details.Select(d => $"{d.Name}: {d.Message}") ?? [])}");
    }

    public async Task<Refusal?> TryAsync(Actor actor, string action, string? procedure, params (string Name, FieldValue Value)[] inputs)
    {
        var state = await Server.StateAsync(Plan);
        procedure ??= Conduct.Find(Policy, state, action);
        var transition = Conduct.Transition(Policy, state, procedure, action)!;
        var act = new SignalBody.Act(
            procedure, procedure is null ? 0 : state.Procedure(procedure)!.Visit, action,
            inputs.ToImmutableSortedDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal), Paperwork.Confide("事出有因"), [],
            [.. transition.Needs.Select(Paperwork.Of)]);
        var answer = await AnswerAsync(Plan, actor with { SecondFactor = true }, act);
        await Server.SettleAsync();
        return answer.Refusal;
    }

    private async Task SendAsync(string to, Actor actor, SignalBody body)
    {
        var refusal = (await AnswerAsync(to, actor, body)).Refusal;
        Assert.True(refusal is null, $"{body.GetType().Name}: {refusal?.Message}");
    }

    private Task<Answer> AnswerAsync(string to, Actor actor, SignalBody body) => Server.Services.GetRequiredService<Runtime.Shell.Cases>()
        .SendAsync(new SignalRequest(Next(), new CaseId(to), Server.Now, actor, body, []), default);

    private static PersonId Person(Actor actor) => new($"person-{actor.Party}");

    private SignalId Next() => new($"plan-{++_signals:D4}");
}
