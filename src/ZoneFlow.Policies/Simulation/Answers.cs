using System.Collections.Immutable;
using System.Globalization;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>What may be written in the inputs of an action: one set for each way that the case can go on because of it.</summary>
internal sealed class Answers(Pack pack, ImmutableArray<Actor> people)
{
    private const string Enough = "1000000";

    public static ImmutableSortedDictionary<string, ImmutableArray<string>> None { get; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>The units that lead a task of a pack or share in one: those the text names, or whoever is named where it names nobody.</summary>
    public static IEnumerable<string> UnitsAtWork(Pack pack) => pack.Items
        .SelectMany(i => new[] { i.Lead.IsEmpty ? Candidate(pack, i.LeadFrom) : i.Lead[0], i.Responsible.IsEmpty ? null : One(pack, i.Responsible[0]) })
        .OfType<string>().Distinct();

    public IEnumerable<ImmutableSortedDictionary<string, ImmutableArray<string>>> To(World world, CaseState state, Offer offer)
    {
        var transition = offer.Transition;
        IEnumerable<ImmutableSortedDictionary<string, ImmutableArray<string>>> all = [None];
        foreach (var field in transition.Ask)
        {
            all = [.. all.SelectMany(
                given => Options(world, state, offer, field, given).ToList(),
                (inputs, option) => option is { } texts ? inputs.Add(field.Name, texts) : inputs)];
        }

        var funds = transition.Do.OfType<Step.RecordFunds>().FirstOrDefault();
        return funds is null || pack.Funds.IsEmpty ? all : all.SelectMany(i => new[] { i, Short(i, funds) });
    }

    // What may be written in a field; null leaves it out.
    private IEnumerable<ImmutableArray<string>?> Options(
        World world, CaseState state, Offer offer, FieldRule field, ImmutableSortedDictionary<string, ImmutableArray<string>> given) => field.Type switch
    {
        FieldType.Choice choice when Decides(offer.Transition, field.Name) => choice.Options.Select(o => (ImmutableArray<string>?)[o]),
        FieldType.YesNo when pack.Outcomes.Values.Any(o => o.BanChoice == field.Name) => [null, ["yes"], ["no"]],
        FieldType.Date date => [[FormFiller.Day(Later(world, state, offer.Transition, field, date, given))]],
        FieldType.Items items => Chosen(state, items.State, field.Required),
        FieldType.Item item => state.Items.Where(i => item.State is null || i.State == item.State).Select(i => (ImmutableArray<string>?)[i.Key]),
        FieldType.Case to => world.Cases.Where(c => c.Kind == to.Kind && to.Standings.Contains(c.Standing)).TakeLast(1)
            .Select(c => (ImmutableArray<string>?)[c.Id.Value]),
        FieldType.Party party => people.Where(p => p.Roles.Any(r => r.Role == party.Role)).Take(1).Select(p => (ImmutableArray<string>?)[p.Party!.Value.Value]),
        FieldType.Indicators type => Values(PlanLines.InForce(world, state, ItemOf(offer, given)?.Key ?? ""), type.Baseline),
        FieldType.Instrument when ItemOf(offer, given) is { } item => item.Instruments.Select(i => i.Name)
            .Except(state.Item(item.Key)!.Issued).Take(1).Select(i => (ImmutableArray<string>?)[i]),
        FieldType.Plan => PlanLines.Of(pack, world.Today).Select(lines => (ImmutableArray<string>?)lines),
        _ when !field.Required => [null],
        FieldType.Units units => [[Lead(units, given)]],
        FieldType.Several several => [[several.Options[0]]],
        _ => [FormFiller.Texts(field, world.Today)],
    };

    private ItemRule? ItemOf(Offer offer, ImmutableSortedDictionary<string, ImmutableArray<string>> given) =>
        offer.Procedure?.With.GetValueOrDefault("item") is { } item ? pack.Item(item) : given.TryGetValue("item", out var named) ? pack.Item(named[0]) : null;

    // Values that reach every target, and values that reach none.
    private static IEnumerable<ImmutableArray<string>?> Values(ImmutableArray<IndicatorRule> indicators, bool baseline)
    {
        var asked = indicators.Where(i => !baseline || i.Grows).ToList();
        if (asked.Count == 0)
        {
            return [null];
        }

        return baseline
            ? [[.. asked.Select(i => $"{i.Name}=1")]]
            : [[.. asked.Select(i => $"{i.Name}={Reaching(i)}")], [.. asked.Select(i => $"{i.Name}={Failing(i)}")]];
    }

    private static string Reaching(IndicatorRule indicator) => indicator switch
    {
        { Target: null } => "有",
        { Grows: true } => Enough,
        { Target: { } target } => target.Bound.ToString(CultureInfo.InvariantCulture),
    };

    private static string Failing(IndicatorRule indicator) => indicator switch
    {
        { Target: null } => "有",
        { Target.AtMost: true } => Enough,
        _ => "0",
    };

    private string Lead(FieldType.Units units, ImmutableSortedDictionary<string, ImmutableArray<string>> given)
    {
        var item = given.Values.SelectMany(v => v).Select(pack.Item).OfType<ItemRule>().FirstOrDefault();
        return Candidate(pack, item?.LeadFrom ?? units.Of);
    }

    private static string Candidate(Pack pack, string? group) => pack.Units.Values
        .Where(u => group is null ? !u.IsGroup : pack.Units[group].Of.Contains(u.Key)).Select(u => u.Key).First();

    private static string One(Pack pack, string unit) => pack.Units[unit].IsGroup ? pack.Units[unit].Of[0] : unit;

    // The amounts that count towards a share left out of the whole.
    private ImmutableSortedDictionary<string, ImmutableArray<string>> Short(
        ImmutableSortedDictionary<string, ImmutableArray<string>> inputs, Step.RecordFunds funds) =>
        inputs.SetItems(funds.Amounts.Where(a => pack.Funds.Any(f => f.Share == a)).Select(a => KeyValuePair.Create(a, ImmutableArray.Create("0"))));

    private static IEnumerable<ImmutableArray<string>?> Chosen(CaseState state, string listed, bool required)
    {
        ImmutableArray<string> all = [.. state.Items.Where(i => i.State == listed).Select(i => i.Key)];
        return all.IsEmpty ? required ? [] : [null] : required ? [all] : [all, null];
    }

    // As early as every rule lets it be: not before its mark, after the mark that it must be later than, in its order.
    private static DateOnly Later(
        World world, CaseState state, TransitionRule transition, FieldRule field, FieldType.Date date, ImmutableSortedDictionary<string, ImmutableArray<string>> given)
    {
        var least = world.Today;
        if (date.NotBefore is { } mark && state.Marks.TryGetValue(mark, out var set) && set.Date > least)
        {
            least = set.Date;
        }

        foreach (var guard in Guards(transition.If))
        {
            if (guard is Guard.Later later && later.Input == field.Name && state.Marks.TryGetValue(later.Mark, out var than) && than.Date >= least)
            {
                least = than.Date.AddMonths(1);
            }
            else if (guard is Guard.InOrder order && order.Second == field.Name && given.TryGetValue(order.First, out var first)
                && DateOnly.ParseExact(first[0], "yyyy-MM-dd", CultureInfo.InvariantCulture) is var before && before > least)
            {
                least = before;
            }
        }

        return least;
    }

    private static IEnumerable<Guard> Guards(Guard? guard) => guard switch
    {
        null => [],
        Guard.All all => all.Guards.SelectMany(Guards),
        _ => [guard],
    };

    // An input that a step carries on decides what follows.
    private static bool Decides(TransitionRule transition, string input) => transition.Do.Any(step => step switch
    {
        Step.Start start => start.With.Values.Any(v => v is Value.Given given && given.Name == input),
        Step.ApplyOutcome { Outcome: Value.Given given } => given.Name == input,
        _ => false,
    });
}
