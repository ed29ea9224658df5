using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Demo;
using ZoneFlow.TestKit;

namespace ZoneFlow.Browser.Tests;

/// <summary>
/// Another office's policy in the same browser. Everything is done on pages where all is to run; where a sample is, what the sample
/// shows is done on pages, and what leads there by signals.
/// </summary>
internal sealed class Elsewhere(Chromium chromium, string policy)
{
    private readonly Dictionary<string, Person> _people = [];

    public Pack Pack { get; } = ShippedPacks.Load(policy).Pack!;

    public DateOnly Today => CivilDate.Of(chromium.Server.Now);

    public async Task<Person> AsAsync(SamplePerson sample, bool phone = false) =>
        _people.TryGetValue(sample.Key, out var person) ? person : _people[sample.Key] = await chromium.RegisterAsync(sample, phone);

    /// <summary>Opens a case from the worklist.</summary>
    public async Task<CaseId> OpenAsync(Person by, string form, string title, string? look, params string[] partners)
    {
        await by.Page.GotoAsync("/worklist");
        await (look is null ? Task.CompletedTask : SeeAsync(by, look));
        var start = by.Page.GetByTestId(form);
        if (await start.Locator("select[name=policy]").CountAsync() > 0)
        {
            await start.Locator("select[name=policy]").SelectOptionAsync(Pack.Id);
        }

        await start.GetByTestId("title").FillAsync(title);
        if (by.Sample.Region is not null || await start.Locator("select[name=region]").CountAsync() > 0)
        {
            await start.Locator("select[name=region]").SelectOptionAsync(Region);
        }

        foreach (var partner in partners)
        {
            await start.GetByLabel(partner).CheckAsync();
        }

        await start.GetByRole(AriaRole.Button).ClickAsync();
        return new CaseId(new Uri(by.Page.Url).AbsolutePath["/cases/".Length..]);
    }

    public required string Region { get; init; }

    /// <summary>What the names of the pages end in that a sample shows.</summary>
    public required IReadOnlyList<string> Sample { get; init; }

    public bool Shows(string? look) => RunSize.Full || Window.TakesPictures || (look is not null && Sample.Any(s => look.EndsWith($"-{s}", StringComparison.Ordinal)));

    /// <summary>Looks at a page that everybody may see, or at one of the person's.</summary>
    public Task SeeAsync(Person person, string look) => Shows(look) ? person.SeeAsync(look) : Task.CompletedTask;

    /// <summary>Fills in the form with answers that meet every condition.</summary>
    public async Task AnswerAsync(Person by, CaseId zone, params (string Name, string Value)[] given)
    {
        var answers = FormFiller.Fill(
            Pack, Today, given.ToImmutableSortedDictionary(g => g.Name, g => ImmutableArray.Create(g.Value), StringComparer.Ordinal));
        await SendAsync(by, zone, new SignalBody.SaveAnswers(answers));
    }

    /// <summary>Takes an action by its name in the policy: on its page, or where it is not of the sample by a signal.</summary>
    public async Task DoAsync(Person by, string title, CaseId on, string action, string? look = null, params (string Name, FieldValue Value)[] inputs)
    {
        var state = await chromium.Server.StateAsync(on.Value);
        var procedure = Conduct.Find(Pack, state, action);
        var transition = Conduct.Transition(Pack, state, procedure, action)!;
        if (!Shows(look))
        {
            await SendAsync(by, on, new SignalBody.Act(
                procedure, procedure is null ? 0 : state.Procedure(procedure)!.Visit, action, inputs.ToImmutableSortedDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal),
                Paperwork.Confide("理由如卷宗所载"), [.. Pack.CriteriaOf(transition.Judges).Where(c => c.Judge is not null).Select(c => c.Name)],
                [.. transition.Needs.Select(Paperwork.Of)]));
            return;
        }

        await by.ActAsync(title, transition.Label.Zh, look, form => FillAsync(form, inputs));
        await chromium.Server.SettleAsync();
    }

    /// <summary>Takes an optional act of the stage at hand, with its papers.</summary>
    public async Task HoldAsync(Person by, string title, CaseId on, string act, string label, string look)
    {
        if (Shows(look))
        {
            await by.ActAsync(title, label, look);
            await chromium.Server.SettleAsync();
            return;
        }

        var (procedure, visit) = await RunningAsync(on);
        var stage = Pack.Procedure(procedure.Split('/')[0]).Stages.First(s => s.OptionalActs.Any(o => o.Name == act));
        await SendAsync(by, on, new SignalBody.Act(
            procedure, visit, act, ImmutableSortedDictionary<string, FieldValue>.Empty, Paperwork.Confide("理由如卷宗所载"), [],
            [.. stage.OptionalActs.First(o => o.Name == act).Needs.Select(Paperwork.Of)]));
    }

    /// <summary>The one procedure that runs in a case, and its visit.</summary>
    public async Task<(string Procedure, int Visit)> RunningAsync(CaseId of)
    {
        var running = (await chromium.Server.StateAsync(of.Value)).Procedures.Single();
        return (running.Id, running.Visit);
    }

    public async Task SendAsync(Person by, CaseId on, SignalBody body)
    {
        var parties = chromium.Server.Services.GetRequiredService<Parties>();
        var actor = await parties.ActorAsync(DemoSeed.Person(by.Sample), DemoSeed.Party(by.Sample), SignedIn.Session, true, default);
        var answer = await chromium.Server.Services.GetRequiredService<Runtime.Shell.Cases>().SendAsync(
            new SignalRequest(new SignalId(Guid.NewGuid().ToString()), on, chromium.Server.Now, actor!, body, []), default);
        Assert.True(answer.Refusal is null, $"{body.GetType().Name}: {answer.Refusal?.Message} {string.Join("; ", answer.Refusal?.Details.Select(d => $"{d.Name}: {d.Message}") ?? [])}");
        await chromium.Server.SettleAsync();
    }

    public async Task MoveAsync(int days) => await chromium.Server.MoveToAsync(CivilDate.At(Today.AddDays(days), new TimeOnly(10, 0)));

    private static async Task FillAsync(ILocator form, (string Name, FieldValue Value)[] inputs)
    {
        foreach (var (name, value) in inputs)
        {
            var field = form.Locator($"[name='input.{name}']");
            switch (value)
            {
                case FieldValue.Many many:
                    foreach (var one in many.Values)
                    {
                        await form.Locator($"[name='input.{name}'][value='{one}']").CheckAsync();
                    }

                    break;
                case FieldValue.Day day:
                    await field.FillAsync(day.Value.ToString("yyyy-MM-dd", null));
                    break;
                case var text when await field.EvaluateAsync<string>("e => e.tagName") == "SELECT":
                    await field.SelectOptionAsync(text.ToString()!);
                    break;
                case var text:
                    await field.FillAsync(text.ToString()!);
                    break;
            }
        }
    }
}
