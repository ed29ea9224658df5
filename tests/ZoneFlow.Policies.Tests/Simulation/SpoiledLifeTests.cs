using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Policies.Yaml;
using ZoneFlow.TestKit;

namespace ZoneFlow.Policies.Tests.Simulation;

/// <summary>
/// Each shipped life is lived again, and before every signal in it all that might have come instead is sent on the side: by another
/// person, of another kind, at a bound, out of date, twice; or nothing more comes at all for over a year. What is decided then, to
/// the last value and word, is what is kept. The plain run takes two of the ways in each life, ZONEFLOW_FULL all, and mutation testing
/// too by ZONEFLOW_SPOILED. Kept anew with ZONEFLOW_GOLDEN and ZONEFLOW_FULL.
/// </summary>
public sealed class SpoiledLifeTests
{
    private const string Kept = "spoiled.txt";

    // What comes at no signal of its own is tried at some of them: it differs little from one to the next.
    private const int Some = 5;

    private static readonly bool All = RunSize.Full || Environment.GetEnvironmentVariable("ZONEFLOW_SPOILED") == "all";

    private static readonly List<string> Names =
        [.. Spoiling.Ways.Select(w => w.Name).Concat(["by-others", "received-before", "twice", "silence", "older-calendar", "seen"])];

    [Theory]
    [MemberData(nameof(ShippedScriptTests.All), MemberType = typeof(ShippedScriptTests))]
    public void Decisions_OnWhatMightHaveComeInstead_AreWhatIsKept(string script)
    {
        var all = ShippedScriptTests.All.Cast<object[]>().Select(row => (string)row[0]).ToList();

        // Not every way is open in every life: there may be nobody to score. Others may always come instead.
        var ways = Names.Where((way, i) => All || way == "by-others" || i == all.IndexOf(script) % Names.Count).ToList();
        var now = Lived(script, ways).GroupBy(s => s.Way, s => s.Text).ToDictionary(g => $"{script} {g.Key} {g.Count()}", g => g.ToList());
        if (Environment.GetEnvironmentVariable("ZONEFLOW_GOLDEN") is { } folder)
        {
            var file = Path.Combine(folder, Kept);
            var others = File.Exists(file) ? File.ReadLines(file).Where(l => !l.StartsWith($"{script} ", StringComparison.Ordinal)).ToList() : [];
            File.WriteAllLines(file, others.Concat(now.Select(n => $"{n.Key} {LifeDigestTests.Digest(n.Value)}")).Order(StringComparer.Ordinal).ToList());
            return;
        }

        var kept = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", Kept)).ToHashSet(StringComparer.Ordinal);
        var other = now.FirstOrDefault(n => !kept.Contains($"{n.Key} {LifeDigestTests.Digest(n.Value)}"));
        Assert.True(other.Key is null, $"{other.Key} is decided otherwise than kept. It now says:\n{string.Join('\n', other.Value ?? [])}");
        Assert.NotEmpty(now);
    }

    private static IEnumerable<(string Way, string Text)> Lived(string name, List<string> ways)
    {
        var pack = ShippedPacks.Load(name[..name.IndexOf('/', StringComparison.Ordinal)]).Pack!;
        var script = ScriptReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Scripts", name)), name, new ProblemList())!;
        var lived = ScriptRun.Live(script, name, pack, ChinaCalendar.Today).World;
        var sent = lived.Signals.Where(s => s.Body is not (SignalBody.HearMessage or SignalBody.ReadCalendarAgain)).ToList();
        var people = sent.Select(s => s.Actor).Append(Actor.Anonymous).DistinctBy(Canonical.Text).ToList();
        var world = new World(pack, ChinaCalendar.Today, sent[0].At) { ChecksFolds = false };
        foreach (var (code, party) in lived.Codes)
        {
            world.Codes[code] = party;
        }

        foreach (var (signal, at) in sent.Select((s, i) => (s, i)))
        {
            world.AdvanceTo(signal.At);
            foreach (var said in ways.SelectMany(way => Instead(world, way, signal, people, at % Some == 0).Select(text => (way, text.Replace(pack.Revision.Hash, "*", StringComparison.Ordinal)))))
            {
                yield return said;
            }

            world.Send(signal.Case, signal.Actor, signal.Body, signal.ReceivedAt);
        }
    }

    private static IEnumerable<string> Instead(World world, string way, Signal signal, List<Actor> people, bool more)
    {
        string Sent(Actor actor, SignalBody body, DateTimeOffset? received = null) => Told(() =>
        {
            var fork = world.Fork();
            return [fork.Send(signal.Case, actor, body, received)];
        });

        switch (way)
        {
            case "by-others":
                return people.Where(p => p != signal.Actor).Append(signal.Actor with { SecondFactor = false }).Select(p => $"{p.Person} {Sent(p, signal.Body)}");
            case "received-before":
                return new[] { 1, 40 }.Select(days => Sent(signal.Actor, signal.Body, signal.At.AddDays(-days)));
            case "twice":
                return [Told(() =>
                {
                    var fork = world.Fork();
                    return [fork.Send(signal.Case, signal.Actor, signal.Body), fork.Send(signal.Case, signal.Actor, signal.Body)];
                })];
            case "silence" or "older-calendar" or "seen" when !more:
                return [];
            case "silence":
                var quiet = world.Fork();
                quiet.AdvanceTo(signal.At.AddMonths(14));
                return quiet.Log.Select(l => $"{l.Case} {Canonical.Text(l.Entry)}").Concat(quiet.Mails.Select(Canonical.Text));
            case "older-calendar":
                var older = world.Fork();
                older.LoadCalendar(ChinaCalendar.AsOf("2024-06-01"));
                return older.Log.Select(l => $"{l.Case} {Canonical.Text(l.Entry)}");
            case "seen":
                return world.Cases.SelectMany(state => people.Select(person => Seen(world, state, person)));
            default:
                var state = world.Has(signal.Case) ? world.State(signal.Case) : null;
                return state is null && signal.Body is not (SignalBody.OpenCase or SignalBody.AdoptCase) ? []
                    : state is null ? way == "opening" ? Spoiling.Ways.Single(w => w.Name == way).Of(signal.Body, null!).Select(b => Sent(signal.Actor, b)) : []
                    : Spoiling.Ways.Single(w => w.Name == way).Of(signal.Body, state)
                        .SelectMany(b => By(b, signal, people, more).Select(p => Sent(p, b)));
        }
    }

    // What is not of the signal's own kind is sent by everybody.
    private static IEnumerable<Actor> By(SignalBody body, Signal signal, List<Actor> people, bool more) =>
        body.GetType() == signal.Body.GetType() ? [signal.Actor] : !more ? [] : body is SignalBody.MakeObjection ? [Actor.Anonymous] : people;

    private static string Told(Func<IReadOnlyList<Decision>> send)
    {
        try
        {
            return string.Join('\n', send().Select(d => Canonical.Text(new { d.Refusal, d.Entries, d.Effects, d.State?.Standing })));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException)
        {
            // A message that its receiver refuses, a look-up by a name that is none: the simulated world stops there.
            return e.GetType().Name;
        }
    }

    private static string Seen(World world, CaseState state, Actor person)
    {
        var pack = world.Rules.Policy;
        var offers = Offers.To(world.Rules, state, person, world.Now).Select(o =>
            $"{o.Action}@{o.Procedure?.Id} {string.Join('+', Offers.ToAttest(pack, state, o, person).Select(c => c.Name))} {string.Join('+', Offers.ToRelax(pack, state, o, person, world.Answers(state.Id)).Select(c => c.Name))}");
        var held = state.Procedures.Select(p =>
            $"{p.Id} {Offers.IsHeldBy(pack, state, p, person)} {Canonical.Text(StageHolders.Of(pack, state, p))} {Canonical.Text(StageHolders.AsHeldBy(pack, state, p, person))} {StageHolders.DeadlineOf(state, p)?.Last}");
        return $"{state.Id} {person.Person} {May.RelationOf(pack, state, person)} {string.Join(',', May.ItemsOf(pack, state, person).Select(i => i.Key))} {string.Join(';', offers)} {string.Join(';', held)}";
    }
}
