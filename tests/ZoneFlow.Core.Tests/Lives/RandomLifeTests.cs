using System.Text;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.TestKit;
using static ZoneFlow.Core.Tests.Lives.Liaoning;

namespace ZoneFlow.Core.Tests.Lives;

/// <summary>What must hold in every life, whatever people do. The world itself checks that each fold is the state.</summary>
public sealed class RandomLifeTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, RunSize.Of(5, 40))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void AnyLife_NeverLeavesAFinalStanding_NorLeapsBack_NorGrowsWithoutBound(int seed)
    {
        var world = RandomLife.Lived(seed, 250);

        foreach (var state in world.Cases)
        {
            var journal = world.Journal(state.Id);
            var rule = Policy.Cases[state.Kind];
            Assert.All(journal.SelectMany(e => e.Changes).OfType<Change.StandingChanged>(), c => Assert.False(rule.Standing(c.From).Final));
            Assert.Equal(Enumerable.Range(1, journal.Count).Select(n => (long)n), journal.Select(e => e.Sequence));
            Assert.True(journal.Zip(journal.Skip(1)).All(p => p.First.At <= p.Second.At));
            Assert.All(journal, e => Assert.NotEmpty(e.Changes));
            Assert.All(journal.SelectMany(e => e.Changes), c => Assert.NotEmpty(Narration.Of(Policy, c).Zh));
            // Change requests and reports may run beside each other in any number; what each holds is small.
            Assert.InRange(Encoding.UTF8.GetByteCount(Canonical.Text(state)), 1, 8_000 + (1_500 * state.Procedures.Length));
        }

        Assert.Equal(world.Mails.Count, world.Mails.Select(m => m.Id).Distinct().Count());
    }

    [Fact]
    public void TheLives_BetweenThemComeToEveryStandingAndRunEveryProcedure()
    {
        var standings = Policy.Cases.Values.SelectMany(c => c.Standings.Skip(1)).Select(s => s.Name).ToHashSet();
        var procedures = Policy.Procedures.Select(p => p.Name).ToHashSet();

        for (var seed = 1; seed <= 100 && standings.Count + procedures.Count > 0; seed++)
        {
            var changes = RandomLife.Lived(seed, 300).Log.SelectMany(e => e.Entry.Changes).ToList();
            standings.ExceptWith(changes.OfType<Change.StandingChanged>().Select(c => c.To));
            procedures.ExceptWith(changes.OfType<Change.ProcedureStarted>().Select(c => c.Name));
        }

        Assert.Empty(standings);
        Assert.Empty(procedures);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void AnyLife_DecidedAgainWithTimersLate_WritesTheSameJournal(int seed)
    {
        var world = RandomLife.Lived(seed, 150);
        var chance = new Random(seed);

        foreach (var id in world.Cases.Select(c => c.Id))
        {
            CaseState? state = null;
            var journal = new List<Entry>();
            foreach (var signal in world.Signals.Where(s => s.Case == id))
            {
                // Somebody may look at any time; most of the time nobody does.
                if (state is not null && chance.Next(3) == 0)
                {
                    var between = state.LastAt + ((signal.At - state.LastAt) * chance.NextDouble());
                    Take(Signal.By(new SignalId("look"), id, between, Actor.System, new SignalBody.PassTime()));
                }

                Take(signal);
            }

            Take(Signal.By(new SignalId("end"), id, world.Now, Actor.System, new SignalBody.PassTime()));
            Assert.Equal(world.Journal(id).Select(Text), journal.Select(Text));

            void Take(Signal signal)
            {
                var decision = Lifecycle.Decide(world.Rules, state, signal);
                Assert.Equal(Canonical.Text(decision), Canonical.Text(Lifecycle.Decide(world.Rules, state, signal)));
                journal.AddRange(decision.Entries);
                state = decision.State ?? state;
            }
        }
    }

    // Whether a reminder that was passed over went out is the one thing that depends on when somebody looked.
    private static string Text(Entry entry) => Canonical.Text(entry with
    {
        Changes = [.. entry.Changes.Select(c => c is Change.ReminderFellDue r ? r with { Told = true } : c)],
    }) + string.Concat(entry.Changes.Select(c => Canonical.Text<Change>(c is Change.ReminderFellDue r ? r with { Told = true } : c)));
}
