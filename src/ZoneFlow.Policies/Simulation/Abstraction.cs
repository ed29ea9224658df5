using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>
/// What of a world decides what can happen in it next, in one text: standings, flags, running procedures with their stages, what is
/// owed, the order of today and the dates that something looks at, how often a duty still opens before each of them, items by their
/// states, instruments and targets. Left out: absolute time, whose deed it was, everything that only gets recorded, and cases that
/// are over.
/// </summary>
internal sealed class Abstraction
{
    private readonly Pack _pack;
    private readonly HashSet<string> _read;

    private readonly HashSet<string> _always;
    private readonly List<(DutyRule Duty, MonthDay Opens)> _openings;

    public Abstraction(Pack pack)
    {
        (_pack, _read) = (pack, MarksRead(pack));
        _always = [.. pack.Procedures.SelectMany(p => p.Stages).SelectMany(s => s.OptionalActs).Where(o => o.Always).Select(o => o.Name)];
        _openings =
        [
            .. pack.Duties.SelectMany(d => d.Schedule switch
            {
                DutySchedule.Yearly y => [(d, y.Opens)],
                DutySchedule.PartYearly y => y.Opens.Select(o => (d, o)),
                _ => Enumerable.Empty<(DutyRule, MonthDay)>(),
            }),
        ];
    }

    public string Of(World world)
    {
        var alive = world.Cases.Where(c => c.Procedures.Length > 0 || !IsFinal(c)).ToList();
        // A ban closes the way on to a case that is still on its way.
        var bans = alive.Any(c => c.Kind != CaseKinds.Round && !IsFinal(c)) ? world.Bans.Select(b => b.Ban).Distinct() : [];
        return string.Join('\n', alive.Select(c => Of(world, c)).Order(StringComparer.Ordinal).Concat(bans.Order(StringComparer.Ordinal)));
    }

    private bool IsFinal(CaseState state) => _pack.Cases[state.Kind].Standing(state.Standing).Final;

    private string Of(World world, CaseState state) => string.Join('|',
        state.Kind,
        state.Standing,
        string.Join(',', state.Flags),
        string.Join(',', state.Procedures.Select(p => Of(world, p)).Distinct().Order(StringComparer.Ordinal)),
        string.Join(',', state.Occurrences.Select(o => $"{o.Duty}{(o.Due.Missed ? "!" : "")}").Distinct().Order(StringComparer.Ordinal)),
        string.Join(',', _pack.Duties.Where(d => d.Schedule is DutySchedule.Once && state.Past.ContainsKey($"{d.Name}/once")).Select(d => d.Name)),
        Marks(world, state),
        string.Join(',', Ahead(world, state)),
        string.Join(',', Items(world, state).Order(StringComparer.Ordinal)),
        string.Join(',', state.Links.Where(l => world.Has(l.Case) && !IsFinal(world.State(l.Case))).Select(l => l.Name)),
        world.Answers(state.Id).Count);

    private string Of(World world, Procedure p) => string.Join(' ',
        p.Name,
        _pack.Procedure(p.Name).Key is { } key ? p.With.GetValueOrDefault(key) : null,
        p.Stage,
        p.Paused?.Stage,
        p.Due is null ? "-" : world.Now < p.Due.DueAt ? "<" : ">",
        string.Join('+', p.Signed),
        // What may be left out decides nothing once it was held.
        string.Join('+', p.Held.Where(_always.Contains)),
        p.Seats.Sum(s => 1 + s.Scored.Count),
        string.Join('+', p.Entries.Select(e => e.Dropped ? "x" : e.Objections > 0 ? "o" : "-").Order(StringComparer.Ordinal)),
        p.Occurrence?.Split('/')[0]);

    // Of the dates that some condition, duty or deadline looks at: those that are over, and in which order the others come.
    private string Marks(World world, CaseState state)
    {
        var dated = state.Marks.Where(m => _read.Contains(m.Key)).ToList();
        var over = dated.Where(m => m.Value.Date < world.Today).Select(m => m.Key);
        var ahead = dated.Where(m => m.Value.Date >= world.Today).GroupBy(m => m.Value.Date).OrderBy(g => g.Key)
            .Select(g => string.Join('=', g.Select(m => m.Key).Append(g.Key == world.Today ? "today" : "")));
        return $"{string.Join(',', over)}<{string.Join('<', ahead)}";
    }

    // Round and round the year the same is owed; a date that is still to come is nearer each time, by so many openings.
    private IEnumerable<int> Ahead(World world, CaseState state)
    {
        foreach (var (name, mark) in state.Marks.Where(m => m.Value.Date > world.Today && _read.Contains(m.Key)))
        {
            foreach (var (_, opens) in _openings.Where(o => o.Duty.Case == state.Kind && o.Duty.While.Contains(state.Standing)))
            {
                yield return Openings(opens, world.Today, mark.Date);
            }
        }

        foreach (var every in _pack.Duties.Where(d => d.Case == state.Kind && d.While.Contains(state.Standing)).Select(d => d.Schedule).OfType<DutySchedule.EveryYears>())
        {
            if (state.Marks.TryGetValue(every.Anchor, out var anchor))
            {
                var next = anchor.Date.Year;
                while (every.Opens.In(next) <= world.Today || next == anchor.Date.Year)
                {
                    next += every.Years;
                }

                yield return next - world.Today.Year - (every.Opens.In(world.Today.Year) <= world.Today ? 1 : 0);
            }
        }
    }

    private static int Openings(MonthDay opens, DateOnly after, DateOnly through) =>
        through.Year - after.Year + (opens.In(through.Year) <= through ? 1 : 0) - (opens.In(after.Year) <= after ? 1 : 0);

    private IEnumerable<string> Items(World world, CaseState state)
    {
        if (_pack.Items.IsEmpty || state.Items.IsEmpty || state.Kind != CaseKinds.Plan)
        {
            return state.Items.Select(i => i.State);
        }

        var book = world.Book(state.Id);
        var (values, funds) = (book.Measured.ToList(), book.Sums());
        var version = state.Plan is null ? null : book.VersionOn(world.Today);
        return state.Items.Select(i => $"{i.State} {i.Lead.Length} {i.Issued.Length} {string.Join('+', Targets(i.Key))}")
            .Append(Shares()).Append(Drafted());

        // What the version in force asks for decides what reaches it, whichever version it is.
        IEnumerable<string> Targets(string key) => PlanVersion.Indicators(_pack, version, key).Select(i =>
            $"{i.Target?.Bound}{Achievement.Of(i, key, values, world.Today).State}{(values.Any(v => v.Item == key && v.Indicator == i.Name && !v.Verified) ? "?" : "")}");

        // Asked for and not yet agreed to.
        string Drafted() => string.Join('+', state.Procedures.SelectMany(p => book.Drafts.GetValueOrDefault(p.Id, [])).Select(l => l.Bound));

        // Of this year, and of the one before, which is closed on what was paid in it.
        string Shares() => string.Join('+', from rule in _pack.Funds
                                            from year in new[] { world.Today.Year - 1, world.Today.Year }
                                            let paid = funds.Where(s => s.As == Step.RecordFunds.Payment && s.Year == year).ToList()
                                            select rule.IsMet(Sum(paid, rule.Share), Sum(paid, rule.Of)));

        static decimal Sum(IEnumerable<FundSum> paid, string field) => paid.Where(p => p.Field == field).Sum(p => p.Amount);
    }

    private static HashSet<string> MarksRead(Pack pack) =>
    [
        .. pack.Duties.SelectMany(d => new[] { d.From, d.Until, (d.Schedule as DutySchedule.Once)?.From, (d.Schedule as DutySchedule.EveryYears)?.Anchor }).OfType<string>(),
        .. pack.Procedures.SelectMany(p => p.Stages).OfType<StageRule.Wait>().Select(w => w.Until).OfType<string>(),
        .. pack.Procedures.SelectMany(p => p.Stages.SelectMany(s => s.Transitions).Concat(p.Anywhere).Append(p.OpenedBy?.Act)).OfType<TransitionRule>()
            .Where(t => t.If is not null).SelectMany(t => Read(t.If!)),
    ];

    private static IEnumerable<string> Read(Guard guard) => guard switch
    {
        Guard.Past g => [g.Mark],
        Guard.Later g => [g.Mark],
        Guard.ReceivedBefore g => [g.Mark],
        Guard.All g => g.Guards.SelectMany(Read),
        Guard.Any g => g.Guards.SelectMany(Read),
        Guard.AtLeast g => g.Guards.SelectMany(Read),
        _ => [],
    };
}
