using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Putting right what was recorded wrongly or has been annulled: by a recorded act with a reason, a document and a second factor, that unsends nothing.</summary>
internal static class Corrections
{
    public static Refusal? Mark(Turn turn, SignalBody.CorrectMark body)
    {
        if (Refuses(turn, new Label("更正日期", "Correct a date"), body.Documents) is { } refusal)
        {
            return refusal;
        }

        if (!turn.State.Marks.TryGetValue(body.Mark, out var was) || turn.Pack.Marks.ContainsKey(body.Mark))
        {
            return new Refusal("no-such-mark", $"没有可更正的日期“{body.Mark}”。", $"There is no date \"{body.Mark}\" to correct.");
        }

        if (body.Date == was.Date)
        {
            return new Refusal("nothing-corrected", "更正后的日期与原日期相同。", "The date is already that one.");
        }

        var papers = Filings.Keep(turn, body.Documents);
        turn.Record(new Change.MarkCorrected(body.Mark, was.Date, body.Date, turn.Today, body.Reason, papers));
        Steps.SetMark(turn, body.Mark, body.Date);
        Duties.Reconsider(turn);
        return null;
    }

    public static Refusal? Standing(Turn turn, SignalBody.CorrectStanding body)
    {
        if (Refuses(turn, new Label("更正状态", "Correct the standing"), body.Documents) is { } refusal)
        {
            return refusal;
        }

        if (turn.Case.Standings.FirstOrDefault(s => s.Name == body.Standing) is not { } standing)
        {
            return Openings.NoSuchStanding(body.Standing);
        }

        if (standing.Name == turn.State.Standing)
        {
            return new Refusal("nothing-corrected", "更正后的状态与现状态相同。", "It already has that standing.");
        }

        if (turn.Signal.LookedUp.NameTaken)
        {
            return new Refusal("name-taken", "已有同名的集聚区。", "Another zone has this name.");
        }

        var papers = Filings.Keep(turn, body.Documents);
        turn.Record(new Change.StandingCorrected(turn.State.Standing, standing.Name, turn.Today, body.Reason, papers));
        foreach (var running in standing.Final ? turn.State.Procedures : [])
        {
            turn.Record(new Change.ProcedureStopped(running.Id, "corrected"));
        }

        return null;
    }

    /// <summary>The register follows; whoever was refused meanwhile may apply again, and nothing that was sent is unsent.</summary>
    public static Refusal? Ban(Turn turn, SignalBody.CorrectBan body)
    {
        if (Refuses(turn, new Label("更正禁止申报", "Correct a ban"), body.Documents) is { } refusal)
        {
            return refusal;
        }

        if (body.Number < 1 || body.Number > turn.State.Bans.Length)
        {
            return new Refusal("no-such-ban", $"没有第{body.Number}项禁止申报。", $"There is no ban no. {body.Number}.");
        }

        var was = turn.State.Bans[body.Number - 1];
        var subject = body.Subject.Trim();
        if (subject.Length is 0 or > 120 || body.Last < body.First)
        {
            return Refusals.Of("inputs-wrong", "所填内容有误。", "Some of what was entered is wrong.", null,
            [
                subject.Length is 0 or > 120
                    ? new RefusalDetail("subject", new Label("须填统一社会信用代码或集聚区名称。", "The unified social credit code, or the zone's name."))
                    : new RefusalDetail("last", new Label("末日不得早于首日。", "Not before the first day.")),
            ]);
        }

        if ((subject, body.First, body.Last, body.Lifted) == (was.Subject, was.First, was.Last, was.Lifted))
        {
            return new Refusal("nothing-corrected", "更正后的内容与原内容相同。", "It already reads so.");
        }

        var papers = Filings.Keep(turn, body.Documents);
        if (subject != was.Subject && !was.Lifted)
        {
            turn.Effect(id => new Effect.RegisterBan(id, turn.At, was.Ban, was.Subject, was.Scope, was.First, was.Last, was.Article, false, body.Number, true));
        }

        turn.Record(new Change.BanCorrected(body.Number, was.Ban, subject, body.First, body.Last, body.Lifted, turn.Today, body.Reason, papers));
        BanSubjects.Register(turn, body.Number);
        return null;
    }

    private static Refusal? Refuses(Turn turn, Label what, ImmutableArray<FiledDocument> documents)
    {
        if (!Openings.IsAuthority(turn))
        {
            return Refusals.NotYours(what, null);
        }

        return Refusals.WithoutSecondFactor(turn) ?? (documents.IsEmpty
            ? Refusals.Of(
                "documents-missing", "更正须附据以更正的文件。", "A correction needs the document it rests on.", null,
                [new RefusalDetail("documents", new Label("必填。", "Required."))])
            : Filings.UnknownSlot(turn, documents));
    }
}
