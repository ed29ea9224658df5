using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>
/// What of a world decides what can happen in it next, in one text: standings, flags, running procedures with their stages, what is
/// owed, the order of today and the dates that something looks at, items by their states. Left out: absolute time, whose deed it
/// was, everything that only gets recorded, and cases that are over.
/// </summary>
internal sealed class Abstraction
{
    private readonly Pack _pack;
    private readonly HashSet<string> _read;

    public Abstraction(Pack pack) => (_pack, _read) = (pack, MarksRead(pack));

    public string Of(World world) => string.Join('\n', world.Cases
        .Where(c => c.Procedures.Length > 0 || !_pack.Cases[c.Kind].Standing(c.Standing).Final)
        .Select(c => Of(world, c)).Order(StringComparer.Ordinal)
        .Concat(world.Cases.Where(c => c.Kind != CaseKinds.Round && c.Procedures.IsEmpty && _pack.Cases[c.Kind].Standing(c.Standing).Final)
            .Select(c => $"{c.Kind}:{c.Standing}").Order(StringComparer.Ordinal)));

    private string Of(World world, CaseState state) => string.Join('|',
        state.Kind,
        state.Standing,
        string.Join(',', state.Flags),
        string.Join(',', state.Procedures.Select(p => Of(world, p)).Distinct().Order(StringComparer.Ordinal)),
        string.Join(',', state.Occurrences.Select(o => $"{o.Duty}{(o.Due.Missed ? "!" : "")}").Distinct().Order(StringComparer.Ordinal)),
        string.Join(',', _pack.Duties.Where(d => d.Schedule is DutySchedule.Once && state.Past.ContainsKey($"{d.Name}/once")).Select(d => d.Name)),
        Marks(world, state),
        string.Join(',', state.Items.Select(i => i.State).Order(StringComparer.Ordinal)),
        string.Join(',', state.Outcomes),
        string.Join(',', state.Links.Where(l => world.Has(l.Case) && !_pack.Cases[world.State(l.Case).Kind].Standing(world.State(l.Case).Standing).Final).Select(l => l.Name)),
        world.Answers(state.Id).Count);

    private string Of(World world, Procedure p) => string.Join(' ',
        p.Name,
        _pack.Procedure(p.Name).Key is { } key ? p.With.GetValueOrDefault(key) : null,
        p.Stage,
        p.Paused?.Stage,
        p.Due is null ? "-" : world.Now < p.Due.DueAt ? "<" : ">",
        string.Join('+', p.Signed),
        string.Join('+', p.Held),
        p.Seats.Sum(s => 1 + s.Scored.Count),
        string.Join('+', p.Entries.Select(e => e.Dropped ? "x" : e.Objections > 0 ? "o" : "-").Order(StringComparer.Ordinal)),
        p.Occurrence?.Split('/')[0]);

    // Only the order of dates counts that some condition, duty or deadline looks at.
    private string Marks(World world, CaseState state)
    {
        var dated = state.Marks.Where(m => _read.Contains(m.Key)).Select(m => (m.Value.Date, m.Key)).Append((world.Today, "=")).ToList();
        return string.Join('<', dated.GroupBy(m => m.Item1).OrderBy(g => g.Key).Select(g => string.Join('=', g.Select(m => m.Item2).Order(StringComparer.Ordinal))));
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
