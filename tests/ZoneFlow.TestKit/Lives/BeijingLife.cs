using System.Collections.Immutable;
using System.Globalization;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;

namespace ZoneFlow.TestKit.Lives;

/// <summary>Calls and zones under the Beijing pack, told line by line. Whoever acts brings what the action asks for, unless the line says otherwise.</summary>
public sealed class BeijingLife(World world)
{
    public static readonly CaseId Call = new("call");
    public static readonly CaseId Zone = new("zone");

    public static Pack Policy { get; } = ShippedPacks.Load("beijing-2023").Pack!;

    public static Actor Operator { get; } = Cast.Of("operator", "operating-body");

    public static Actor OtherOperator { get; } = Cast.Of("other-operator", "operating-body");

    public static Actor District { get; } = Cast.Of("district", "district", "海淀区");

    public static Actor Office { get; } = Cast.Of("bureau", "office");

    public static ImmutableArray<Actor> Experts { get; } = [.. Enumerable.Range(1, 3).Select(n => Cast.Of($"expert-{n}", "expert"))];

    public World World { get; } = world;

    public CaseState State => World.State(Zone);

    public CaseState Round => World.State(Call);

    public string Stage => StageOf("designation");

    public static BeijingLife On(string start = "2024-01-08T09:00", Pack? policy = null) => new(new World(policy ?? Policy, ChinaCalendar.Today, At(start)));

    /// <summary>A day means ten in the morning in Beijing.</summary>
    public static DateTimeOffset At(string text) => DateTimeOffset.Parse($"{(text.Length == 10 ? text + "T10:00" : text)}+08:00", CultureInfo.InvariantCulture).ToUniversalTime();

    public static (string Name, FieldValue Value) Date(string name, string date) => (name, new FieldValue.Day(ChinaCalendar.Day(date)));

    public static (string Name, FieldValue Value) Text(string name, string value) => (name, new FieldValue.Text(value));

    public static (string Name, FieldValue Value) Number(string name, decimal value) => (name, new FieldValue.Number(value));

    public static (string Name, FieldValue Value) Flag(string name, bool value) => (name, new FieldValue.Flag(value));

    public static (string Name, FieldValue Value) Many(string name, params string[] values) => (name, new FieldValue.Many([.. values]));

    /// <summary>A form that meets every condition by the end of February 2024, with some answers otherwise.</summary>
    public static ImmutableSortedDictionary<string, FieldValue> Form(params (string Name, FieldValue Value)[] but) => FormFiller
        .Fill(Policy, ChinaCalendar.Day("2024-01-22"), ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty)
        .SetItems(
        [
            .. new[]
            {
                Number("companies", 70), Number("smes", 56), Number("high-end", 42), Number("valid-patents", 300), Number("valid-inventions", 0),
                Date("operating-since", "2021-02-28"), Date("services-since", "2021-02-28"),
            }.Concat(but).Select(a => KeyValuePair.Create(a.Name, a.Value)),
        ]);

    public BeijingLife Until(string instant)
    {
        World.AdvanceTo(At(instant));
        return this;
    }

    public BeijingLife Calls(string closes = "2024-02-29", string districtBy = "2024-03-15", decimal? quota = null, CaseId? call = null)
    {
        Accepted(World.Send(call ?? Call, Office, new SignalBody.OpenCase(World.Rules.Policy.Revision, CaseKinds.Round, $"{call ?? Call}", "年度申报", null, [])));
        return Does(
            Office, "publish-call", call ?? Call,
            [Date("closes", closes), Date("district-by", districtBy), .. quota is { } most ? [Number("quota", most)] : Array.Empty<(string, FieldValue)>()]);
    }

    /// <summary>Opens a zone and fills in its form.</summary>
    public BeijingLife Drafts(CaseId? zone = null, Actor? by = null, string? title = null, params (string Name, FieldValue Value)[] but)
    {
        var actor = by ?? Operator;
        Accepted(World.Send(zone ?? Zone, actor, new SignalBody.OpenCase(
            World.Rules.Policy.Revision, CaseKinds.Zone, $"BJ-{zone ?? Zone}", title ?? $"{zone ?? Zone}园区", "海淀区", [new Applicant("operating-body", actor.Party!.Value)])));
        Accepted(World.Send(zone ?? Zone, actor, new SignalBody.SaveAnswers(Form(but))));
        return this;
    }

    public BeijingLife Applies(CaseId? zone = null, Actor? by = null, CaseId? to = null, string? title = null, params (string Name, FieldValue Value)[] but) =>
        Drafts(zone, by, title, but).Does(by ?? Operator, "submit", zone ?? Zone, Text("round", (to ?? Call).Value));

    public BeijingLife Reviewed(CaseId? zone = null) => Does(District, "recommend", zone ?? Zone).Does(Office, "pass", zone ?? Zone);

    public BeijingLife Seats(CaseId? call = null)
    {
        var panel = Panel(call ?? Call);
        Accepted(World.Send(call ?? Call, Office, new SignalBody.SeatExperts(panel.Id, panel.Visit, [.. Experts.Select(e => e.Party!.Value)])));
        return this;
    }

    /// <summary>Every expert gives a zone the same three scores.</summary>
    public BeijingLife Scores(CaseId zone, decimal mechanism, decimal? capability = null, decimal? effects = null, CaseId? call = null)
    {
        foreach (var expert in Experts)
        {
            Scores(expert, zone, mechanism, capability ?? mechanism, effects ?? mechanism, call);
        }

        return this;
    }

    public BeijingLife Scores(Actor expert, CaseId zone, decimal mechanism, decimal capability, decimal effects, CaseId? call = null)
    {
        var panel = Panel(call ?? Call);
        var scores = ImmutableSortedDictionary<string, decimal>.Empty.Add("mechanism", mechanism).Add("capability", capability).Add("effects", effects);
        Accepted(World.Send(call ?? Call, expert, new SignalBody.GiveScore(panel.Id, panel.Visit, zone.Value, scores, null)));
        return this;
    }

    /// <summary>One zone, applied for and reviewed, on the list that goes up for notice on 22 April 2024.</summary>
    public static BeijingLife Noticed(Pack? policy = null) => On(policy: policy).Calls().Until("2024-02-26").Applies().Reviewed()
        .Until("2024-03-18").Does(Office, "close-intake", Call).Seats().Scores(Zone, 86).Does(Office, "conclude", Call)
        .Until("2024-04-22").Does(Office, "adopt-list", Call, Many("list", Zone.Value));

    /// <summary>The same zone, recognised on 20 May 2024.</summary>
    public static BeijingLife Recognised(Pack? policy = null) =>
        Noticed(policy).Until("2024-05-20").Does(Office, "recognise", Zone, Date("dated", "2024-05-20"));

    /// <summary>Reports and assessments of the years given, all in time and passed.</summary>
    public BeijingLife Years(params int[] years)
    {
        foreach (var year in years)
        {
            Until($"{year}-01-15").Acts(Operator, "file", d => d with { Procedure = $"annual-report/{year}" })
                .Acts(Office, "accept", d => d with { Procedure = $"annual-report/{year}" })
                .Until($"{year}-03-10").Acts(Office, "pass", d => d with { Procedure = $"assessment/{year}" });
        }

        return this;
    }

    /// <summary>Told, heard in silence, decided on the day named.</summary>
    public BeijingLife Ended(string served, string decided, params (string Name, FieldValue Value)[] inputs) => Until(served)
        .Does(Office, "serve", Zone, Date("served", served)).Until(decided)
        .Does(Office, "uphold", Zone, [Date("dated", decided), .. inputs]);

    public BeijingLife Does(Actor actor, string action, CaseId on, params (string Name, FieldValue Value)[] inputs)
    {
        Accepted(Try(actor, action, on, inputs));
        return this;
    }

    public BeijingLife Acts(Actor actor, string action, Func<Deed, Deed> but, CaseId? on = null)
    {
        Accepted(Try(actor, action, on ?? Zone, [], but));
        return this;
    }

    public Refusal Refused(Actor actor, string action, CaseId on, params (string Name, FieldValue Value)[] inputs) => Refused(actor, action, on, d => d, inputs);

    public Refusal Refused(Actor actor, string action, CaseId on, Func<Deed, Deed> but, params (string Name, FieldValue Value)[] inputs)
    {
        var decision = Try(actor, action, on, inputs, but);
        Assert.False(decision.Accepted, $"{action} was accepted.");
        return decision.Refusal!;
    }

    public Decision Try(Actor actor, string action, CaseId on, (string Name, FieldValue Value)[] inputs, Func<Deed, Deed>? but = null)
    {
        var deed = new Deed(on, actor, action)
        {
            Reason = "事出有因",
            Inputs = inputs.ToImmutableSortedDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal),
        };
        return Conduct.Do(World, but is null ? deed : but(deed));
    }

    public Decision Objects(CaseId to, CaseId inCase, bool named = true, string? receivedAt = null)
    {
        Confided? who = named ? Paperwork.Confide("张三") : null;
        var notice = World.State(inCase).Procedures.FirstOrDefault(p => !p.Entries.IsEmpty)?.Id ?? "call/1";
        return World.Send(
            inCase, Actor.Anonymous, new SignalBody.MakeObjection(notice, to.Value, "R-1", who, who, Paperwork.Confide("不实"), []),
            receivedAt is null ? null : At(receivedAt));
    }

    public Procedure Running(string name, CaseId? of = null) => World.State(of ?? Zone).Procedures.First(p => p.Name == name);

    public string StageOf(string name, CaseId? of = null) => Running(name, of).Stage;

    public Occurrence Owed(string id) => State.Occurrences.First(o => o.Id == id);

    public IEnumerable<T> Told<T>(CaseId? of = null) where T : Change => World.Journal(of ?? Zone).SelectMany(e => e.Changes).OfType<T>();


    private Procedure Panel(CaseId call) => World.State(call).Procedures.First(p => p.Stage == "panel");

    private static void Accepted(Decision decision)
    {
        if (decision.Refusal is { } refusal)
        {
            Assert.Fail($"{refusal.Rule}: {refusal.Message} {string.Join("; ", refusal.Details.Select(d => $"{d.Name}: {d.Message}"))}");
        }
    }
}
