using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.TestKit;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>One zone's life under the Jilin pack, told line by line. Whoever acts brings what the action asks for.</summary>
internal sealed class JilinLife
{
    public static readonly CaseId Zone = new("zone");

    private JilinLife(string start) => World = new World(Policy, ChinaCalendar.Today, At(start));

    public static Pack Policy { get; } = ShippedPacks.Load("jilin-2018").Pack!;

    public static Actor County { get; } = Cast.Of("county", "county");

    public static Actor Unit { get; } = Cast.Of("unit", "key-unit");

    public static Actor SecondUnit { get; } = Cast.Of("second-unit", "key-unit");

    public static Actor City { get; } = Cast.Of("city", "city", "长春市");

    public static Actor OtherCity { get; } = Cast.Of("other-city", "city", "四平市");

    public static Actor Province { get; } = Cast.Of("province", "province");

    public static ImmutableArray<Actor> Experts { get; } = [.. Enumerable.Range(1, 3).Select(n => Cast.Of($"expert-{n}", "expert"))];

    public World World { get; }

    public CaseState State => World.State(Zone);

    public string Today => CivilDate.Of(World.Now).ToString("yyyy-MM-dd", null);

    public static JilinLife On(string start) => new(start);

    /// <summary>Signed by both and before the city.</summary>
    public static JilinLife Applied(string on = "2018-05-21") => On(on).Opens().FillsIn().Does(County, "sign").Does(Unit, "sign", files: []);

    /// <summary>Before the province, its experts seated and done, the site not yet visited.</summary>
    public static JilinLife Reviewed(string on = "2018-05-21") => Applied(on).Seals().SeatsAndScores();

    /// <summary>Designated by an approval of the day itself.</summary>
    public static JilinLife Designated(string on = "2018-06-15") => Reviewed(on).Does(Province, "site-visit").Does(Province, "conclude")
        .Does(Province, "approve", Date("dated", on));

    /// <summary>Designated on 2018-06-15, every report delivered, assessed by its experts, on the day after the term.</summary>
    public static JilinLife TermOver()
    {
        var life = Designated();
        foreach (var year in new[] { 2019, 2020, 2021 })
        {
            life.Until($"{year}-02-20").Delivers(year);
        }

        return life.Until("2021-05-06").Does(County, "file").SeatsAndScores().Does(Province, "conclude").Until("2021-06-16");
    }

    public JilinLife Until(string instant)
    {
        World.AdvanceTo(At(instant));
        return this;
    }

    public Decision Open(params Actor[] with) => World.Send(Zone, County, new SignalBody.OpenCase(
        Policy.Revision, CaseKinds.Zone, "JL-1", "长春高新区知识产权服务业集聚发展区", "长春市",
        [new Applicant("county", County.Party!.Value), .. with.Select(w => new Applicant("key-unit", w.Party!.Value))]));

    public JilinLife Opens(params Actor[] with)
    {
        Accepted(Open(with.Length == 0 ? [Unit] : with));
        return this;
    }

    public JilinLife FillsIn(int agencies = 3, Actor? by = null)
    {
        Accepted(World.Send(Zone, by ?? County, new SignalBody.SaveAnswers(Form(agencies))));
        return this;
    }

    public static ImmutableSortedDictionary<string, FieldValue> Form(int agencies) => FormFiller.Fill(
        Policy, new DateOnly(2018, 5, 21),
        new[] { ("agencies-information", agencies), ("agencies-advice", 0), ("agencies-legal", 0), ("agencies-agent", 0), ("agencies-other", 0) }
            .ToImmutableSortedDictionary(f => f.Item1, f => ImmutableArray.Create($"{f.Item2}"), StringComparer.Ordinal));

    public JilinLife Seals() => Does(City, "seal", Text("opinion", "同意申报"), Date("sealed", Today));

    public JilinLife SeatsAndScores()
    {
        var panel = State.Procedures.First(p => p.Stage is "review" or "assessing");
        Accepted(World.Send(Zone, Province, new SignalBody.SeatExperts(panel.Id, panel.Visit, [.. Experts.Select(e => e.Party!.Value)])));
        foreach (var expert in Experts)
        {
            Accepted(World.Send(Zone, expert, new SignalBody.GiveScore(
                panel.Id, panel.Visit, Zone.Value, ImmutableSortedDictionary<string, decimal>.Empty.Add("overall", 86), null)));
        }

        return this;
    }

    public JilinLife Delivers(int year) => Does(County, "deliver-to-city", procedure: $"annual-report/{year}")
        .Does(County, "deliver-to-province", procedure: $"annual-report/{year}")
        .Does(City, "acknowledge", procedure: $"annual-report/{year}").Does(Province, "acknowledge", procedure: $"annual-report/{year}");

    public JilinLife Rectifying(string served = "2021-06-21", string window = "6mo") =>
        Does(Province, "fail").Until(served).Does(Province, "serve", Date("served", served), Span("window", window));

    public JilinLife Does(Actor actor, string action, params (string Name, FieldValue Value)[] inputs) => Does(actor, action, null, null, inputs);

    public JilinLife Does(
        Actor actor, string action, string[]? files = null, string? procedure = null, params (string Name, FieldValue Value)[] inputs)
    {
        Accepted(Try(actor, action, files, procedure, inputs));
        return this;
    }

    public Decision Try(
        Actor actor, string action, string[]? files = null, string? procedure = null, params (string Name, FieldValue Value)[] inputs) =>
        Conduct.Do(World, new Deed(Zone, actor, action)
        {
            Reason = "事出有因",
            Files = files is null ? null : [.. files],
            Procedure = procedure,
            Inputs = inputs.ToImmutableSortedDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal),
        });

    public Refusal Refused(
        Actor actor, string action, string[]? files = null, string? procedure = null, params (string Name, FieldValue Value)[] inputs)
    {
        var decision = Try(actor, action, files, procedure, inputs);
        Assert.False(decision.Accepted, $"{action} was accepted.");
        return decision.Refusal!;
    }

    public string StageOf(string procedure) => State.Procedures.First(p => p.Name == procedure || p.Id == procedure).Stage;

    public Deadline DueOf(string procedure) => State.Procedures.First(p => p.Name == procedure || p.Id == procedure).Due!;

    public Occurrence Owed(string id) => State.Occurrences.First(o => o.Id == id);

    public IEnumerable<T> Told<T>() where T : Change => World.Journal(Zone).SelectMany(e => e.Changes).OfType<T>();

    public static (string Name, FieldValue Value) Date(string name, string date) => (name, new FieldValue.Day(ChinaCalendar.Day(date)));

    public static (string Name, FieldValue Value) Text(string name, string value) => (name, new FieldValue.Text(value));

    public static (string Name, FieldValue Value) Span(string name, string period) => (name, new FieldValue.Span(Period.Parse(period)));

    public static DateTimeOffset At(string text) => text.Length == 10
        ? CivilDate.At(ChinaCalendar.Day(text), new TimeOnly(10, 0))
        : DateTimeOffset.Parse(text + "+08:00", System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();

    public static void Accepted(Decision decision)
    {
        if (decision.Refusal is { } refusal)
        {
            Assert.Fail($"{refusal.Rule}: {refusal.Message} {string.Join("; ", refusal.Details.Select(d => $"{d.Name}: {d.Message}"))}");
        }
    }
}
