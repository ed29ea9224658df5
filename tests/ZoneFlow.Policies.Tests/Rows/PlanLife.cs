using System.Collections.Immutable;
using System.Globalization;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.TestKit;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>The life of a plan under a shipped pack, told line by line.</summary>
internal sealed class PlanLife
{
    public static readonly CaseId Plan = new("plan");

    private PlanLife(Pack pack, string start) =>
        (Pack, World) = (pack, new World(pack, ChinaCalendar.Today, At(start)));

    public Pack Pack { get; }

    public World World { get; }

    public CaseState State => World.State(Plan);

    public static Actor Leading { get; } = Cast.Of("leading-group", "leading-group");

    /// <summary>Opened on a day by the leading group, and not activated yet.</summary>
    public static PlanLife Opened(string pack, string on)
    {
        var life = new PlanLife(ShippedPacks.Load(pack).Pack!, on);
        Accepted(life.World.Send(Plan, Leading, new SignalBody.OpenCase(
            life.Pack.Revision, CaseKinds.Plan, "P-1", life.Pack.Title.Zh, null, [])));
        return life;
    }

    public static Actor Unit(string key) => Cast.Of(key, "unit", key);

    public static Actor Role(string role) => Cast.Of(role, role);

    public PlanLife Until(string instant)
    {
        World.AdvanceTo(At(instant));
        return this;
    }

    public PlanLife Names(string item, string lead, params string[] responsible) => Does(
        Leading, "name-lead", null, Many("items", item), Many("lead", lead), Many("responsible", responsible));

    public PlanLife Reports(string item, string period, Actor by, params (string Name, decimal Value)[] values) =>
        Does(by, "report", $"progress/{period}.{item}", Values(item, values));

    /// <summary>Reported and verified.</summary>
    public PlanLife Reported(string item, string period, Actor by, Actor supervisor, params (string Name, decimal Value)[] values) =>
        Reports(item, period, by, values).Does(supervisor, "verify", $"progress/{period}.{item}");

    public Decision Try(Actor actor, string action, string? procedure = null, params (string Name, FieldValue Value)[] inputs) =>
        Try(actor, action, procedure, null, inputs);

    public Decision Try(Actor actor, string action, string? procedure, Func<Deed, Deed>? but, params (string Name, FieldValue Value)[] inputs)
    {
        var deed = new Deed(Plan, actor, action)
        {
            Procedure = procedure, Reason = "事出有因", Inputs = inputs.ToImmutableSortedDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal),
        };
        return Conduct.Do(World, but is null ? deed : but(deed));
    }

    public PlanLife Does(Actor actor, string action, string? procedure = null, params (string Name, FieldValue Value)[] inputs)
    {
        Accepted(Try(actor, action, procedure, inputs));
        return this;
    }

    public Refusal Refused(Actor actor, string action, string? procedure = null, params (string Name, FieldValue Value)[] inputs)
    {
        var decision = Try(actor, action, procedure, inputs);
        Assert.False(decision.Accepted, $"{action} was accepted.");
        return decision.Refusal!;
    }

    public Occurrence? Owed(string id) => State.Occurrences.FirstOrDefault(o => o.Id == id);

    public IEnumerable<Effect.Tell> Mails(TellKind kind, string deadline) =>
        World.Mails.Where(m => m.Kind == kind && m.Values.GetValueOrDefault("due-id") == deadline);

    public IEnumerable<T> Told<T>() where T : Change => World.Journal(Plan).SelectMany(e => e.Changes).OfType<T>();

    public Achievement Achieved(string item, string indicator, string through) => Achievement.Of(
        Pack.Item(item)!.Indicator(indicator)!, item, PlanLedger.Values(World.Journal(Plan)), Day(through));

    /// <summary>A value for every indicator of the item: those given, zero for the rest, words for a narrative one.</summary>
    public (string Name, FieldValue Value) Values(string item, params (string Name, decimal Value)[] values) => ("values", new FieldValue.Measures(
        Pack.Item(item)!.Indicators.ToImmutableSortedDictionary(
            i => i.Name,
            i => i.Basis == IndicatorBasis.Narrative
                ? new FieldValue.Text("明显提升")
                : (FieldValue)new FieldValue.Number(values.FirstOrDefault(v => v.Name == i.Name).Value),
            StringComparer.Ordinal)));

    public static (string Name, FieldValue Value) Measures(params (string Name, decimal Value)[] values) => ("values", new FieldValue.Measures(
        values.ToImmutableSortedDictionary(v => v.Name, v => (FieldValue)new FieldValue.Number(v.Value), StringComparer.Ordinal)));

    public static (string Name, FieldValue Value) Text(string name, string value) => (name, new FieldValue.Text(value));

    public static (string Name, FieldValue Value) Many(string name, params string[] values) => (name, new FieldValue.Many([.. values]));

    public static (string Name, FieldValue Value) Date(string name, string day) => (name, new FieldValue.Day(Day(day)));

    public static (string Name, FieldValue Value) Money(string name, decimal yuan) => (name, new FieldValue.Number(yuan));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset At(string text) => text.Length == 10
        ? CivilDate.At(Day(text), new TimeOnly(10, 0))
        : DateTimeOffset.Parse(text + "+08:00", CultureInfo.InvariantCulture).ToUniversalTime();

    private static void Accepted(Decision decision)
    {
        if (decision.Refusal is { } refusal)
        {
            Assert.Fail($"{refusal.Rule}: {refusal.Message} {string.Join("; ", refusal.Details.Select(d => $"{d.Name}: {d.Message}"))}");
        }
    }
}
