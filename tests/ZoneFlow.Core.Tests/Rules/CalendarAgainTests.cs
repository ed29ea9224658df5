using ZoneFlow.Core.Cases;
using static ZoneFlow.Core.Tests.Rules.OneAct;

namespace ZoneFlow.Core.Tests.Rules;

/// <summary>A running date reckoned again under another calendar: what it keeps of its reminders and of being missed, and what is not worth a line.</summary>
public sealed class CalendarAgainTests
{
    private static readonly Deadline Due = Approving.Procedures[0].Due!;

    public static TheoryData<string, Func<Deadline, Deadline>, (int Rungs, bool Missed, bool Escalated)?> All => new()
    {
        { "the same calendar", d => d with { Last = d.Last.AddDays(-5), Calendar = Due.Calendar }, null },
        { "the same date", d => d, null },
        { "later than it was: it is reminded of anew, and not missed after all", d => d with { Last = d.Last.AddDays(-5), RungsClaimed = 1, Missed = true, Escalated = true }, (0, false, false) },
        { "earlier than it was: what was said is said", d => d with { Last = d.Last.AddDays(5), RungsClaimed = 1 }, (1, false, false) },
        { "as it was, and now certain", d => d with { Provisional = true, RungsClaimed = 1 }, (1, false, false) },
        { "as it was, and at the earliest on another day", d => d with { Earliest = d.Earliest.AddDays(-1), RungsClaimed = 1 }, (1, false, false) },
        { "past as it was: it stays missed and escalated", d => d with { Day0 = d.Day0.AddDays(-90), RungsClaimed = 2, Missed = true, Escalated = true }, (2, true, true) },
        { "past as it was: it stays missed", d => d with { Day0 = d.Day0.AddDays(-90), RungsClaimed = 0, Missed = true }, (2, true, false) },
        { "past now: nobody has missed it yet", d => d with { Day0 = d.Day0.AddDays(-90) }, (2, false, false) },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Date_ReckonedAgain_KeepsWhatStillHolds(string what, Func<Deadline, Deadline> was, (int Rungs, bool Missed, bool Escalated)? now)
    {
        var before = was(Due with { Calendar = "another" }) with { Calendar = what == "the same calendar" ? Due.Calendar : "another" };

        // What falls due by itself stays out of it: the case is looked at in the instant of its last entry.
        var state = Approving with { Procedures = [Approving.Procedures[0] with { Due = before with { DueAt = DateTimeOffset.MaxValue } }] };
        var decision = Sent(Actor.System, new SignalBody.ReadCalendarAgain(), state);

        Assert.Null(decision.Refusal);
        var moved = decision.Entries.SelectMany(e => e.Changes).OfType<Change.DeadlineMoved>().ToList();
        Assert.Equal(now is null ? 0 : 1, moved.Count);
        if (now is { } expected)
        {
            Assert.Equal((before.Last, "calendar"), (moved[0].Was, moved[0].Because));
            Assert.Equal(expected, (moved[0].Now.RungsClaimed, moved[0].Now.Missed, moved[0].Now.Escalated));
            Assert.Equal((Due.Calendar, false), (moved[0].Now.Calendar, moved[0].Now.Provisional));
        }
    }
}
