using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Faults.Checking;
using ZoneFlow.Faults.Simulated;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.TestKit;

namespace ZoneFlow.Faults.Living;

/// <summary>
/// Some years of an office in which everything goes wrong that can: one seed, one thread, the real shell and the real core.
/// What a seed shows once it shows every time.
/// </summary>
internal sealed class FaultyLife
{
    // A list of zones before a meeting; and a call, whose round and zones speak to each other at every step.
    private static readonly (Pack Policy, Cast Cast) Liaoning = Played("liaoning-2025");
    private static readonly (Pack Policy, Cast Cast) Beijing = Played("beijing-2023");

    private readonly Pack _policy;
    private readonly Cast _cast;

    // The same graph under another hash, with more time for whatever is counted in working days.
    private readonly Pack _revised;
    private readonly Random _chance;
    private readonly Turns _turns;
    private readonly SimulatedDisk _disk = new();
    private readonly SimulatedMail _mail = new();
    private readonly SimulatedClock _clock;
    private readonly Weather _weather = new();
    private readonly Promises _promises;
    private readonly LifeChecks _checks;
    private readonly Callers _callers;
    private readonly List<string> _crashes = [];
    private readonly int _steps;
    private readonly int _seed;
    private readonly bool _calm;
    private int _calendar;
    private int _moves;
    private Installation _shell;

    private FaultyLife(int seed, int steps)
    {
        (_seed, _steps) = (seed, steps);
        (_policy, _cast) = seed % 4 == 2 ? Beijing : Liaoning;
        _revised = Revised(_policy);
        // Every fifth office has a quiet life: what is done twice there is done twice for no reason.
        _calm = seed % 5 == 0;
        _chance = new Random(seed);
        _turns = new Turns(_chance);
        _clock = new SimulatedClock(CivilDate.At(new DateOnly(2025, 5, 6), new TimeOnly(9, 0)).AddDays(_chance.Next(400)));
        _turns.Tick = () => _clock.Now += TimeSpan.FromTicks(_chance.Next(200_000));
        _promises = new Promises(_disk);
        _checks = new LifeChecks(_disk, _mail, _policy, _promises);
        _shell = Start();
        _callers = new Callers(_policy, _cast, _chance, _turns, _clock, _promises, _mail, _disk);
    }

    private static (Pack, Cast) Played(string name)
    {
        var pack = ShippedPacks.Load(name).Pack!;
        return (pack, new Cast(pack));
    }

    private static Pack Revised(Pack pack) => pack with
    {
        Revision = pack.Revision with { Hash = $"{pack.Revision.Hash}-revised" },
        Procedures =
        [
            .. pack.Procedures.Select(p => p with
            {
                Stages = [.. p.Stages.Select(s => s is StageRule.Task { Due: DueRule.Within { Budget: { Unit: PeriodUnit.WorkingDays } budget } within } task
                    ? task with { Due = within with { Budget = new Period(budget.Count + 2, PeriodUnit.WorkingDays) } } : s)],
            }),
        ],
    };

    /// <exception cref="BrokenException">Something does not hold; the message names the seed and the step.</exception>
    public static LifeResult Lived(int seed, int steps = 120)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        var life = new FaultyLife(seed, steps);
        var step = 0;
        try
        {
            return life.Live(ref step);
        }
        catch (Exception error)
        {
            throw new BrokenException(
                $"Seed {seed}, step {step} of {steps} ({life._clock.Now:O}, power cuts: {string.Join(' ', life._crashes)}): {error.Message}\n"
                + $"Replay: dotnet run --project tests/ZoneFlow.Faults -- --seed {seed} --steps {steps}\n{error}");
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private LifeResult Live(ref int step)
    {
        var began = _clock.Now;
        Run(() => _cast.RegisterAsync(_shell, CivilDate.Of(_clock.Now)));
        for (step = 1; step <= _steps; step++)
        {
            Weather();
            PassTime();
            var (steps, engines) = (_chance.Next(1, 5), !_calm && Chance(10) ? 2 : 1);
            Run(async () =>
            {
                var work = Enumerable.Range(0, steps).Select(_ => _callers.StepAsync(_shell)).ToList();
                for (var i = 0; i < (Chance(85) ? engines : 0); i++)
                {
                    work.Add(_shell.SettleAsync());
                }

                await Task.WhenAll(work);
            });
            _checks.Step();
            if (step % 30 == 0 || step == _steps)
            {
                Rest();
            }
        }

        return new LifeResult(
            _seed, Hash(), _steps, _checks.Cases.Count, _disk.Cases.Values.Sum(c => c.Journal.Count), _promises.Accepted, _promises.Refused, _promises.Repeated,
            _crashes.Count, _mail.Sent.Count, _mail.Sent.Count(m => m.To.DisplayName == "person-operator"), _checks.Dates.Checked, _clock.Now - began);
    }

    private void Weather()
    {
        if (_calm)
        {
            return;
        }

        _weather.Fails = Chance(20) ? 30 : 0;
        _weather.AnswerLost = Chance(20) ? 30 : 0;
        _weather.PowerCut = Chance(25) ? _chance.Next(5, 60) : 0;
        _weather.DiskFull = Chance(3);
        _weather.MailFails = Chance(20) ? 400 : 0;
        _weather.MailAnswerLost = Chance(20) ? 200 : 0;
        _weather.MailSlow = Chance(20) ? 500 : 0;
        _weather.MailRefused = Chance(5) ? 50 : 0;
    }

    private void PassTime()
    {
        _clock.Now += _chance.Next(100) switch
        {
            < 3 => TimeSpan.FromDays(_chance.Next(20, 200)),
            < 40 => TimeSpan.FromMinutes(_chance.Next(1, 120)),
            < 45 when !_calm => -TimeSpan.FromMinutes(_chance.Next(1, 180)),
            _ => TimeSpan.FromMinutes(_chance.Next(60 * 24 * 6)),
        };
        if (Chance(3) && _calendar < ChinaCalendar.Revisions.Length)
        {
            LoadCalendar();
        }

        if (Chance(2))
        {
            MoveToTheRevision();
        }
    }

    // Once more each time: those that a power cut kept back, and those opened since.
    private void MoveToTheRevision()
    {
        var number = ++_moves;
        Run(async () =>
        {
            foreach (var id in _disk.Cases.Values.Where(c => c.Kind is CaseKinds.Zone or CaseKinds.Round).Select(c => c.Id).ToList())
            {
                await _callers.PostAsync(_shell, new SignalRequest(
                    new SignalId($"move/{number}/{id}"), id, _clock.Now, Actor.System, new SignalBody.MoveToPack(_revised.Revision, RevisionMap.Same), []));
            }
        });
    }

    // The revisions up to a year at first; each load brings one more, in the middle of whatever runs.
    private WorkingCalendar CalendarNow()
    {
        var known = ChinaCalendar.Revisions.OrderBy(r => r.Published).Take(Math.Max(_calendar, ChinaCalendar.Revisions.Length - 3)).ToImmutableArray();
        var calendar = WorkingCalendar.Of(known);
        _checks.Dates.Know(calendar.Revision, known);
        return calendar;
    }

    private void LoadCalendar()
    {
        _calendar = Math.Max(_calendar, ChinaCalendar.Revisions.Length - 3) + 1;
        ReadCalendarAgain();
    }

    // A power cut on the way leaves some cases on the old dates; the next start tells them all again, under the same ids.
    private void ReadCalendarAgain()
    {
        var number = _calendar;
        Run(async () =>
        {
            _shell.Rulebooks.Know(CalendarNow());
            foreach (var id in _disk.Cases.Values.Where(c => c.Kind is CaseKinds.Zone or CaseKinds.Round).Select(c => c.Id).ToList())
            {
                await _callers.PostAsync(_shell, new SignalRequest(
                    new SignalId($"calendar/{number}/{id}/{_disk.Find(id)!.Version}"), id, _clock.Now, Actor.System, new SignalBody.ReadCalendarAgain(), []));
            }
        });
    }

    /// <summary>The weather clears, everybody who got no answer asks again, the engine runs until nothing is left, and all is checked.</summary>
    private void Rest()
    {
        _weather.Calm();
        ReadCalendarAgain();
        Run(() => _callers.AskAgainAsync(_shell));
        for (var round = 0; ; round++)
        {
            Broken.If(round > 3_000, $"The outbox never empties: {string.Join(", ", _disk.Outbox.Values.Take(5).Select(o => $"{o.Id} {o.Kind} {o.Error}"))}.");
            Run(() => _shell.SettleAsync());
            foreach (var (row, parked) in _disk.Outbox.Where(o => o.Value.Parked && o.Value.Kind != "tell").ToList())
            {
                // What the operator does with a parked effect.
                _disk.Outbox[row] = parked with { Parked = false, NextTry = _clock.Now, Attempts = 0 };
            }

            if (_disk.Heads().Select(h => (DateTimeOffset?)h.Effect.NextTry).Min() is not { } next)
            {
                break;
            }

            _clock.Now = next > _clock.Now ? next : _clock.Now;
        }

        _checks.Step();
        var now = _clock.Now;
        var rules = new Rulebook(_policy, _shell.Rulebooks.Calendar, _shell.Rulebooks.Opening);
        _checks.AtRest(rules, now, Audience, _calm);
    }

    private IReadOnlyList<PersonId> Audience(Effect.Tell tell)
    {
        var to = tell.To;
        var reached = to.Party is { } party
            ? _cast.Bodies.Where(b => b.Party == party)
            : _cast.Bodies.Where(b => b.Role == to.Role && b.Region == to.Region);
        var people = reached.Select(b => b.Person).ToList();
        return people.Count > 0 ? people : [.. _cast.Bodies.Where(b => b.Role == Actor.OperatorRole).Select(b => b.Person)];
    }

    private void Run(Func<Task> work)
    {
        while (true)
        {
            var running = work();
            _turns.Run(() => _shell.Process.IsDead);
            if (!_shell.Process.IsDead)
            {
                // Everything that was begun has come to its end: a task that has not has been forgotten by somebody.
                Broken.If(!running.IsCompleted, $"Something waits for what will never come.");
                running.GetAwaiter().GetResult();
                return;
            }

            _crashes.Add(_shell.Process.DiedAt!);
            _turns.Forget();
            _shell = Start();
            // Who was registering goes on; callers ask again later, under the same ids.
            work = () => Task.CompletedTask;
            _weather.PowerCut = 0;
        }
    }

    private Installation Start() => new(_disk, _mail, _turns, _clock, _weather, _chance, [_policy, _revised], CalendarNow());

    private string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var life in _disk.Cases.Values)
        {
            hash.AppendData(life.Head.Span);
        }

        foreach (var text in _mail.Sent.Select(m => m.Id.Value)
            .Concat(_disk.Records.OrderBy(r => r.Key, StringComparer.Ordinal).SelectMany(r => r.Value.Values).Select(r => r.ToString()))
            .Concat(_disk.Outbox.Values.Select(o => o.ToString())))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private bool Chance(int percent) => _chance.Next(100) < percent;
}
