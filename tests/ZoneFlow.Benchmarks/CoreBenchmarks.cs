using BenchmarkDotNet.Attributes;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Calendars;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Server.Bench;

namespace ZoneFlow.Benchmarks;

/// <summary>The hot paths of one step: decided, folded, its timers and rows derived, its bytes written.</summary>
[MemoryDiagnoser]
public class CoreBenchmarks
{
    private readonly Rulebook _rules = new(
        ShippedPacks.Load(BenchOffice.Policy).Pack, WorkingCalendar.Of(CalendarFile.LoadShipped()), Rulebook.UsualOpening);

    private CaseState _state = null!;
    private Signal _signal = null!;
    private Entry _entry = null!;

    [GlobalSetup]
    public void SetUp()
    {
        (_state, _signal) = DecideBench.Moments(_rules)[1];
        _entry = Lifecycle.Decide(_rules, _state, _signal).Entries[0];
    }

    [Benchmark]
    public Decision Decide() => Lifecycle.Decide(_rules, _state, _signal);

    [Benchmark]
    public CaseState Apply() => Lifecycle.Apply(_state.Id, _state, _entry);

    [Benchmark]
    public DateTimeOffset? NextDue() => Lifecycle.NextDue(_rules, _state);

    [Benchmark]
    public DeadlineDate Deadline() => Deadlines.Compute(new Period(10, PeriodUnit.WorkingDays), _state.StandingSince, _rules.Calendar, Reckoning.Law);

    [Benchmark]
    public int Rows() => ReadModel.Of(_rules.Pack, _state).Length;

    [Benchmark]
    public byte[] WriteState() => JournalText.Write(_state);

    [Benchmark]
    public byte[] WriteEntry() => JournalText.Write(_entry);
}
