using System.Diagnostics;
using ZoneFlow.Core.Cases.Deciding;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>
/// The life of every case, as a pure function: the same values in give the same values out, in the server, in
/// Azure, in the simulator and in the tests.
/// </summary>
public static partial class Lifecycle
{
    // A pack that lint has passed cannot come near this; a thousand years of yearly duties could not either.
    private const int MostTimers = 20_000;

    /// <summary>
    /// Decides one signal. Timers that had come due by the signal's instant go first, by due time, order in the
    /// pack and id, each under its own instant, so that the result does not depend on when anybody looked.
    /// </summary>
    /// <param name="state">The case as it stands; null where it does not exist yet.</param>
    public static Decision Decide(Rulebook rules, CaseState? state, Signal signal)
    {
        if (state is not null && rules.Pack is { } pack && Pinning.Against(pack, state, signal) is { } other)
        {
            return new Decision(state, [], [], other);
        }

        var turn = new Turn(rules, state, signal);
        var next = RunTimers(turn);
        turn.Begin(signal.At, signal);
        var refusal = Answer(turn, signal.Body);
        if (refusal is null)
        {
            Settle(turn);
            turn.Close(signal.Id.Value, signal.LookedUp.Asked.IsEmpty ? null : signal.LookedUp);
            next = RunTimers(turn);
        }
        else
        {
            turn.Discard();
        }

        return turn.Decision(refusal, next?.At);
    }

    /// <summary>The next instant at which something happens to the case by itself, or null where nothing ever will.</summary>
    public static DateTimeOffset? NextDue(Rulebook rules, CaseState state) => Timers.First(rules, state)?.At;

    // Answers the first timer that has not come due.
    private static Deciding.Timer? RunTimers(Turn turn)
    {
        for (var n = 0; turn.IsOpen; n++)
        {
            var first = Timers.First(turn.Rules, turn.State);
            if (first is not { } timer || timer.At > turn.Signal.At)
            {
                return first;
            }

            if (n == MostTimers)
            {
                throw new InvalidOperationException($"{timer.Cause} does not come to an end.");
            }

            turn.Begin(timer.At, null);
            TimerActions.Run(turn, timer);
            Settle(turn);
            if (!turn.HasChanges)
            {
                throw new InvalidOperationException($"{timer.Cause} changed nothing and would fire for ever.");
            }

            turn.Close(timer.Cause, null);
        }

        return null;
    }

    // Every consequence of an entry belongs to that entry.
    private static void Settle(Turn turn)
    {
        turn.RunQueue();
        if (turn.IsOpen && turn.Rules.Pack is not null)
        {
            Duties.Reconcile(turn);
        }
    }

    private static Refusal? Answer(Turn turn, SignalBody body)
    {
        if (turn.Rules.Pack is null)
        {
            return body is SignalBody.PassTime ? null : BuiltIn.Decide(turn, body);
        }

        if (body is SignalBody.HearMessage or SignalBody.PassTime or SignalBody.ReadCalendarAgain && turn.Signal.Actor.How != SignedIn.System)
        {
            return Refusals.NotYours(new Label("系统操作", "What the system does by itself"), null);
        }

        return (body, turn.IsOpen) switch
        {
            (SignalBody.OpenCase b, false) => Openings.Open(turn, b),
            (SignalBody.AdoptCase b, false) => Openings.Adopt(turn, b),
            (SignalBody.OpenCase or SignalBody.AdoptCase, true) => Refusals.AlreadyOpen,
            (_, false) => Refusals.NoSuchCase,
            (SignalBody.PassTime, _) => null,
            (SignalBody.ReadCalendarAgain, _) => CalendarMoves.Read(turn),
            (SignalBody.MoveToPack b, _) => PackMoves.Move(turn, b),
            (SignalBody.SaveAnswers b, _) => FormAnswers.Save(turn, b),
            (SignalBody.FileDocument b, _) => Filings.File(turn, b),
            (SignalBody.FileRoster b, _) => Rosters.File(turn, b),
            (SignalBody.Act b, _) => Actions.Act(turn, b),
            (SignalBody.HandOver b, _) => HandOvers.HandOver(turn, b),
            (SignalBody.SeatExperts b, _) => Panels.Seat(turn, b),
            (SignalBody.Recuse b, _) => Panels.Recuse(turn, b),
            (SignalBody.GiveScore b, _) => Panels.Score(turn, b),
            (SignalBody.MakeObjection b, _) => Notices.Object(turn, b),
            (SignalBody.HearMessage b, _) => Messages.Hear(turn, b),
            (SignalBody.DrawLetter b, _) => LetterActs.Draw(turn, b),
            (SignalBody.NumberLetter b, _) => LetterActs.Number(turn, b),
            (SignalBody.CorrectLetter b, _) => LetterActs.Correct(turn, b),
            (SignalBody.SealLetter b, _) => LetterActs.Seal(turn, b),
            (SignalBody.CorrectMark b, _) => Corrections.Mark(turn, b),
            (SignalBody.CorrectStanding b, _) => Corrections.Standing(turn, b),
            (SignalBody.CorrectBan b, _) => Corrections.Ban(turn, b),
            _ => throw new UnreachableException($"{body.GetType().Name} is not for a case with a policy."),
        };
    }
}
