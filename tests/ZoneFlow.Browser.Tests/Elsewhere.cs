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
/// Another office's policy in the same browser. What a journey is about is done on pages; what only leads there is done on pages
/// too where all of it is to run, and by signals where a sample is.
/// </summary>
internal sealed class Elsewhere(Chromium chromium, string policy)
{
    private readonly Dictionary<string, Person> _people = [];

    public Pack Pack { get; } = ShippedPacks.Load(policy).Pack!;

    public DateOnly Today => CivilDate.Of(chromium.Server.Now);

    public async Task<Person> AsAsync(SamplePerson sample, bool phone = false) =>
        _people.TryGetValue(sample.Key, out var person) ? person : _people[sample.Key] = await chromium.RegisterAsync(sample, phone);

    /// <summary>The id of a case, by its title.</summary>
    public async Task<CaseId> FindAsync(Person reader, string title)
    {
        await reader.DossierAsync(title);
        return new CaseId(new Uri(reader.Page.Url).AbsolutePath["/cases/".Length..]);
    }

    /// <summary>Opens a case from the worklist.</summary>
    public async Task<CaseId> OpenAsync(Person by, string form, string title, string? look, params string[] partners)
    {
        await by.Page.GotoAsync("/worklist");
        await by.SeeAsync(look);
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

    /// <summary>Fills in the form with answers that meet every condition.</summary>
    public async Task AnswerAsync(Person by, CaseId zone, params (string Name, string Value)[] given)
    {
        var answers = FormFiller.Fill(
            Pack, Today, given.ToImmutableSortedDictionary(g => g.Name, g => ImmutableArray.Create(g.Value), StringComparer.Ordinal));
        await SendAsync(by, zone, new SignalBody.SaveAnswers(answers));
    }

    /// <summary>Takes an action by its name in the policy: on its page, looked at, or where only a sample is run and nobody looks, by a signal.</summary>
    public async Task DoAsync(Person by, string title, CaseId on, string action, string? look = null, params (string Name, FieldValue Value)[] inputs)
    {
        var state = await chromium.Server.StateAsync(on.Value);
        var procedure = Conduct.Find(Pack, state, action);
        var transition = Conduct.Transition(Pack, state, procedure, action)!;
        if (look is null && !RunSize.Full)
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
