using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;

namespace ZoneFlow.Core.Tests.Lives;

/// <summary>
/// Some years of two zones and their sittings in which anybody does anything that is offered, at any time, with papers that are
/// mostly right, and now and then something that is not.
/// </summary>
internal sealed class RandomLife
{
    private static readonly ImmutableArray<Actor> Everybody =
        [Liaoning.Body, Liaoning.OtherBody, Liaoning.City, Liaoning.OtherCity, Liaoning.Province, .. Liaoning.Experts, Actor.Anonymous];

    // What would end a life before it has begun is done less often.
    private static readonly string[] Rare = ["withdraw", "decline", "refuse", "dissolve", "decide-on-none", "adjourn", "return", "drop"];

    private readonly Random _chance;
    private int _rounds;

    private RandomLife(int seed) => _chance = new Random(seed);

    public Life Life { get; } = Life.On("2025-01-06");

    public static World Lived(int seed, int steps)
    {
        var walk = new RandomLife(seed);
        walk.Life.Opens().FillsIn().Opens(new CaseId("zone-2"), Liaoning.OtherBody, "大连高新区", "大连市").FillsIn(null, new CaseId("zone-2"), Liaoning.OtherBody);
        walk.OpenRound();
        for (var i = 0; i < steps; i++)
        {
            walk.World.AdvanceTo(walk.World.Now + TimeSpan.FromMinutes(walk._chance.Next(60 * 24 * (walk.Chance(4) ? 200 : 6))));
            walk.Step();
        }

        return walk.World;
    }

    private World World => Life.World;

    private void Step()
    {
        var states = World.Cases.ToList();
        var state = states[_chance.Next(states.Count)];
        switch (_chance.Next(12))
        {
            case 0 when states.Where(s => s.Kind == CaseKinds.Round).All(s => s.Standing != "sitting"):
                OpenRound();
                break;
            case 1 when state.Procedures.FirstOrDefault(p => !p.Entries.IsEmpty) is { } notice:
                Life.Object(new CaseId(Pick(notice.Entries).Key), state.Id, named: !Chance(5));
                break;
            case 2 or 3 or 4 when state.Procedures.FirstOrDefault(p => p.Stage == "evaluation") is { } panel:
                Judge(state, panel);
                break;
            case 5 when state.Marks.ContainsKey("designated") && Chance(10):
                World.Send(state.Id, Liaoning.Province, new SignalBody.CorrectMark(
                    "designated", state.Marks["designated"].Date.AddDays(_chance.Next(-20, 5)), Paperwork.Confide("笔误"), [Paperwork.Of("approval")]));
                break;
            case 6 when Chance(20):
                World.Send(state.Id, Pick(Everybody), new SignalBody.SaveAnswers(Liaoning.Form(_chance.Next(6, 12))));
                break;
            default:
                Act(state);
                break;
        }
    }

    private void Judge(CaseState state, Procedure panel)
    {
        World.Send(state.Id, Liaoning.Province, new SignalBody.SeatExperts(panel.Id, panel.Visit, [.. Liaoning.Experts.Select(e => e.Party!.Value)]));
        foreach (var expert in Liaoning.Experts.Where(_ => !Chance(20)))
        {
            var scores = ImmutableSortedDictionary<string, decimal>.Empty.Add("overall", _chance.Next(101));
            World.Send(state.Id, expert, new SignalBody.GiveScore(panel.Id, panel.Visit, state.Id.Value, scores, null));
        }
    }

    private void Act(CaseState state)
    {
        var offers = Everybody.SelectMany(a => Offers.To(World.Rules, state, a, World.Now).Select(o => (Actor: a, Offer: o)))
            .Where(o => !Rare.Contains(o.Offer.Action) || Chance(3))
            .Where(o => o.Offer.Action != "convene" || state.Items.Any(i => i.State == "tabled") || Chance(3)).ToList();
        if (offers.Count == 0)
        {
            return;
        }

        var (actor, offer) = Pick(offers);
        Conduct.Do(World, new Deed(state.Id, actor, offer.Action)
        {
            Procedure = offer.Procedure?.Id,
            Visit = Chance(3) ? 1 : null,
            Files = Chance(5) ? [] : null,
            Attested = Chance(3) ? [] : null,
            Reason = Chance(5) ? null : "事出有因",
            Inputs = offer.Transition.Ask.Where(_ => !Chance(3))
                .ToImmutableSortedDictionary(f => f.Name, f => Answer(state, f), StringComparer.Ordinal),
        });
    }

    private FieldValue Answer(CaseState state, FieldRule field) => field.Type switch
    {
        FieldType.Date date => new FieldValue.Day(Later(World.Today.AddDays(-_chance.Next(Chance(10) ? 90 : 3)), date.NotBefore, state)),
        FieldType.Choice choice => new FieldValue.Text(Pick(choice.Options)),
        FieldType.Several several => new FieldValue.Many([Pick(several.Options)]),
        FieldType.Span => new FieldValue.Span(Period.Parse(Pick(["3mo", "4mo", "6mo", "9mo", "45d"]))),
        FieldType.Plan => new FieldValue.Table([["指标", "", "服务机构", "家", "存量", "", "", "不低于", "20", "", "", ""]]),
        FieldType.Indicators => new FieldValue.Measures(ImmutableSortedDictionary<string, FieldValue>.Empty.Add("服务机构", new FieldValue.Number(_chance.Next(40)))),
        FieldType.Case => new FieldValue.Text(Chance(10) ? $"round-{_rounds}" : World.Cases.LastOrDefault(c => c.Standing == "sitting")?.Id.Value ?? "round-1"),
        FieldType.Items items => new FieldValue.Many([.. state.Items.Where(i => i.State == items.State && !Chance(30)).Select(i => i.Key)]),
        _ => new FieldValue.Text("甲"),
    };

    private static DateOnly Later(DateOnly day, string? mark, CaseState state) =>
        mark is not null && state.Marks.TryGetValue(mark, out var set) && set.Date > day ? set.Date : day;

    private void OpenRound() => Life.OpensRound(new CaseId($"round-{++_rounds}"));

    private bool Chance(int percent) => _chance.Next(100) < percent;

    private T Pick<T>(IReadOnlyList<T> all) => all[_chance.Next(all.Count)];
}
