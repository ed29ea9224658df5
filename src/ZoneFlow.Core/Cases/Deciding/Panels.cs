using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Panels: experts are seated, step back, and score; the stage can be concluded when every remaining seat has scored.</summary>
internal static class Panels
{
    public static Refusal? Seat(Turn turn, SignalBody.SeatExperts body)
    {
        if (Find(turn, body.Procedure, body.Visit, out var procedure, out var panel) is { } refusal)
        {
            return refusal;
        }

        if (Holders.RolePlayed(turn.Pack, turn.State, procedure, ActorRule.One(panel.Rule.SeatedBy), turn.Signal.Actor) is null)
        {
            return Refusals.NotYours(panel.Label, panel.Source);
        }

        if (body.Experts.Except(turn.Signal.LookedUp.Experts).Any())
        {
            return new Refusal("not-an-expert", "所选主体不是现任专家。", "Somebody named does not hold the expert's role today.", panel.Rule.Source);
        }

        var added = body.Experts.Distinct().Where(e => procedure.Seats.All(s => s.Expert != e)).ToList();
        var seats = procedure.Seats.Count(s => !s.Recused) + added.Count;
        if (added.Count == 0 || seats > panel.Rule.MostSeats)
        {
            return new Refusal(
                "seats", $"专家组须为{panel.Rule.FewestSeats}至{panel.Rule.MostSeats}人。",
                $"A panel has {panel.Rule.FewestSeats} to {panel.Rule.MostSeats} seats.", panel.Rule.Source);
        }

        foreach (var expert in added)
        {
            turn.Record(new Change.ExpertSeated(procedure.Id, expert));
            Tellings.Tell(
                turn, TellKind.Task, new Audience(panel.Rule.Of, null, expert), null, turn.State.Procedure(procedure.Id),
                Tellings.Values(turn, procedure, Stages.DeadlineOf(turn.State, procedure)), turn.At, null);
        }

        return null;
    }

    public static Refusal? Recuse(Turn turn, SignalBody.Recuse body)
    {
        if (Find(turn, body.Procedure, body.Visit, out var procedure, out var panel) is { } refusal)
        {
            return refusal;
        }

        if (SeatOf(turn, procedure) is not { } seat)
        {
            return Refusals.NotYours(panel.Label, panel.Source);
        }

        turn.Record(new Change.ExpertRecused(procedure.Id, seat.Expert, body.Reason));
        Tellings.Tell(turn, TellKind.Result, [panel.Rule.SeatedBy], procedure, Stages.DeadlineOf(turn.State, procedure), turn.At, body.Reason);
        return null;
    }

    public static Refusal? Score(Turn turn, SignalBody.GiveScore body)
    {
        if (Find(turn, body.Procedure, body.Visit, out var procedure, out var panel) is { } refusal)
        {
            return refusal;
        }

        if (SeatOf(turn, procedure) is not { } seat)
        {
            return Refusals.NotYours(panel.Label, panel.Source);
        }

        if (!Subjects(turn, panel).Contains(body.Subject))
        {
            return new Refusal("no-such-subject", "没有该评审对象。", "There is no such subject to score.");
        }

        var wanted = panel.Rule.Weights.IsEmpty ? ["overall"] : panel.Rule.Weights.Keys.ToList();
        var wrong = wanted.Except(body.Scores.Keys).Concat(body.Scores.Keys.Except(wanted))
            .Concat(body.Scores.Where(s => s.Value < panel.Rule.LowestScore || s.Value > panel.Rule.HighestScore).Select(s => s.Key)).Distinct().ToList();
        if (wrong.Count > 0)
        {
            return Refusals.Of(
                "scores-wrong", "评分有误。", "Some scores are wrong.", panel.Rule.Source,
                wrong.Select(w => new RefusalDetail(
                    w, new Label($"须为{panel.Rule.LowestScore}至{panel.Rule.HighestScore}分。", $"From {panel.Rule.LowestScore} to {panel.Rule.HighestScore}."))));
        }

        turn.Record(new Change.ScoreGiven(procedure.Id, seat.Expert, body.Subject, body.Scores, body.Opinion));
        if (Unscored(turn, turn.State.Procedure(procedure.Id)!, panel) == 0)
        {
            Tellings.Tell(turn, TellKind.Task, [panel.Rule.SeatedBy], turn.State.Procedure(procedure.Id), Stages.DeadlineOf(turn.State, procedure), turn.At);
        }

        return null;
    }

    /// <summary>Why a panel cannot be concluded yet, or null where it can. A return for correction needs no scores.</summary>
    public static Refusal? Incomplete(Turn turn, Procedure procedure, StageRule.Panel panel, TransitionRule transition)
    {
        if (transition.To is Destination.Stage to
            && turn.Pack.Procedure(procedure.Name).Stage(to.Name) is StageRule.Task { Pauses: true })
        {
            return null;
        }

        var seated = procedure.Seats.Count(s => !s.Recused);
        if (seated < panel.Rule.FewestSeats)
        {
            return new Refusal(
                "panel-incomplete", $"专家组至少{panel.Rule.FewestSeats}人，现有{seated}人。",
                $"The panel has {seated} of at least {panel.Rule.FewestSeats} experts.", panel.Rule.Source);
        }

        if (Unscored(turn, procedure, panel) is var left and > 0)
        {
            return new Refusal("panel-incomplete", $"尚有{left}项未评分。", $"{left} scores are still to be given.", panel.Rule.Source);
        }

        var unheld = panel.Optional.Where(o => o.Always && !procedure.Held.Contains(o.Name)).ToList();
        return unheld.Count == 0
            ? null
            : Refusals.Of(
                "acts-missing", "尚有必经程序未进行。", "A step that must be held has not been.", panel.Source,
                unheld.Select(o => new RefusalDetail(o.Name, o.Label, o.Source)));
    }

    private static int Unscored(Turn turn, Procedure procedure, StageRule.Panel panel)
    {
        var subjects = Subjects(turn, panel).ToList();
        return procedure.Seats.Where(s => !s.Recused).Sum(s => subjects.Count(k => !s.Scored.Contains(k)));
    }

    private static IEnumerable<string> Subjects(Turn turn, StageRule.Panel panel) =>
        panel.Rule.OverItems is { } state ? turn.State.Items.Where(i => i.State == state).Select(i => i.Key) : [turn.State.Id.Value];

    private static Seat? SeatOf(Turn turn, Procedure procedure) =>
        procedure.Seats.FirstOrDefault(s => !s.Recused && s.Expert == turn.Signal.Actor.Party);

    private static Refusal? Find(Turn turn, string id, int visit, out Procedure procedure, out StageRule.Panel panel)
    {
        panel = null!;
        if (AtHand.Find(turn, id, visit, out procedure, out _, out var stage) is { } refusal)
        {
            return refusal;
        }

        if (stage is not StageRule.Panel here)
        {
            return Refusals.Moved(stage.Label, procedure.Entered);
        }

        panel = here;
        return null;
    }
}
