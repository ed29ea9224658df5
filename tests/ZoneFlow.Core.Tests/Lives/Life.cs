using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.TestKit;

namespace ZoneFlow.Core.Tests.Lives;

/// <summary>One zone's life, told line by line. Whoever acts brings what the action asks for, unless the line says otherwise.</summary>
internal sealed class Life(World world)
{
    public static readonly CaseId Zone = new("zone-1");
    public static readonly CaseId Round = new("round-1");

    public World World { get; } = world;

    public CaseState State => World.State(Zone);

    public static Life On(string start, WorkingCalendar? calendar = null) =>
        new(new World(Liaoning.Policy, calendar ?? ChinaCalendar.Today, Liaoning.At(start)));

    public Life Until(string instant)
    {
        World.AdvanceTo(Liaoning.At(instant));
        return this;
    }

    public Life Opens(CaseId? zone = null, Actor? by = null, string title = "沈阳高新区", string region = "沈阳市")
    {
        var actor = by ?? Liaoning.Body;
        Accepted(Send(zone ?? Zone, actor, new SignalBody.OpenCase(
            Liaoning.Policy.Revision, CaseKinds.Zone, "LN-1", title, region, Role("zone-body", actor))));
        return this;
    }

    public Life OpensRound(CaseId? round = null)
    {
        Accepted(Send(round ?? Round, Liaoning.Province, new SignalBody.OpenCase(
            Liaoning.Policy.Revision, CaseKinds.Round, "2025-1", "2025年第一次", null, [])));
        return this;
    }

    public Life FillsIn(ImmutableSortedDictionary<string, FieldValue>? answers = null, CaseId? zone = null, Actor? by = null)
    {
        Accepted(Send(zone ?? Zone, by ?? Liaoning.Body, new SignalBody.SaveAnswers(answers ?? Liaoning.Form())));
        return this;
    }

    public Decision Send(CaseId to, Actor actor, SignalBody body, DateTimeOffset? receivedAt = null) => World.Send(to, actor, body, receivedAt);

    public Decision Try(Actor actor, string action, CaseId? on = null, Func<Deed, Deed>? but = null, params (string Name, FieldValue Value)[] inputs)
    {
        var deed = new Deed(on ?? Zone, actor, action)
        {
            Reason = "事出有因",
            Inputs = inputs.ToImmutableSortedDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal),
        };
        return Conduct.Do(World, but is null ? deed : but(deed));
    }

    public Life Does(Actor actor, string action, CaseId? on = null, Func<Deed, Deed>? but = null, params (string Name, FieldValue Value)[] inputs)
    {
        Accepted(Try(actor, action, on, but, inputs));
        return this;
    }

    public Life Does(Actor actor, string action, params (string Name, FieldValue Value)[] inputs) => Does(actor, action, null, null, inputs);

    public Refusal Refused(Actor actor, string action, CaseId? on = null, Func<Deed, Deed>? but = null, params (string Name, FieldValue Value)[] inputs)
    {
        var decision = Try(actor, action, on, but, inputs);
        Assert.False(decision.Accepted, $"{action} was accepted.");
        return decision.Refusal!;
    }

    public Life Objects(CaseId? about = null, CaseId? inCase = null, string? receivedAt = null)
    {
        Accepted(Object(about, inCase, receivedAt));
        return this;
    }

    public Decision Object(CaseId? about = null, CaseId? inCase = null, string? receivedAt = null, bool named = true)
    {
        var noticed = inCase ?? Round;
        var procedure = World.State(noticed).Procedures.FirstOrDefault(p => !p.Entries.IsEmpty)?.Id ?? "sitting/1";
        Confided? who = named ? Paperwork.Confide("张三") : null;
        return Send(noticed, Actor.Anonymous, new SignalBody.MakeObjection(
            procedure, (about ?? Zone).Value, "R-1", who, who, Paperwork.Confide("不符合条件"), []),
            receivedAt is null ? null : Liaoning.At(receivedAt));
    }

    public Life SeatsAndScores(CaseId? zone = null)
    {
        var panel = World.State(zone ?? Zone).Procedures.First(p => p.Stage == "evaluation");
        Accepted(Send(zone ?? Zone, Liaoning.Province, new SignalBody.SeatExperts(panel.Id, panel.Visit, [.. Liaoning.Experts.Select(e => e.Party!.Value)])));
        foreach (var expert in Liaoning.Experts)
        {
            var scores = ImmutableSortedDictionary<string, decimal>.Empty.Add("overall", 86);
            Accepted(Send(zone ?? Zone, expert, new SignalBody.GiveScore(panel.Id, panel.Visit, (zone ?? Zone).Value, scores, null)));
        }

        return this;
    }

    public Procedure Running(string name, CaseId? of = null) => World.State(of ?? Zone).Procedures.First(p => p.Name == name);

    public string StageOf(string name, CaseId? of = null) => Running(name, of).Stage;

    public Occurrence Owed(string id) => State.Occurrences.First(o => o.Id == id);

    /// <summary>The day and hour of every entry that holds such a change.</summary>
    public IEnumerable<(string At, T Change)> Told<T>(Func<T, bool>? such = null, CaseId? of = null) where T : Change =>
        from entry in World.Journal(of ?? Zone)
        from change in entry.Changes.OfType<T>()
        where such is null || such(change)
        select (Local(entry.At), change);

    public static string Local(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", null);

    public static (string Name, FieldValue Value) Date(string name, string date) => (name, new FieldValue.Day(ChinaCalendar.Day(date)));

    public static (string Name, FieldValue Value) Text(string name, string value) => (name, new FieldValue.Text(value));

    public static (string Name, FieldValue Value) Span(string name, string period) => (name, new FieldValue.Span(Period.Parse(period)));

    public static (string Name, FieldValue Value) Many(string name, params string[] values) => (name, new FieldValue.Many([.. values]));

    private static ImmutableArray<Applicant> Role(string role, Actor actor) => [new Applicant(role, actor.Party!.Value)];

    private static void Accepted(Decision decision)
    {
        if (decision.Refusal is { } refusal)
        {
            Assert.Fail($"{refusal.Rule}: {refusal.Message} {string.Join("; ", refusal.Details.Select(d => $"{d.Name}: {d.Message}"))}");
        }
    }
}
