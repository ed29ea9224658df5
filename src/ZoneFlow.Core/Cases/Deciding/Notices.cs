using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Public notices: what goes up, who objects, and how each entry closes by itself.</summary>
internal static class Notices
{
    /// <summary>What the steps of a notice that closes are given: its last day, <c>$notice</c>.</summary>
    public const string LastDay = "notice";

    public static void Publish(Turn turn, string id, StageRule.Notice stage)
    {
        var rule = stage.Rule;
        var entries = rule.EntriesInState is { } state
            ? turn.State.Items.Where(i => i.State == state).Select(i => i.Key)
            : [turn.State.Id.Value];
        var procedure = turn.State.Procedure(id)!;
        var reckoning = turn.Pack.Reckoning with { CountFirstDay = rule.CountsFirstDay ?? turn.Pack.Reckoning.CountFirstDay };
        var deadline = Dates.Make(
            turn, Stages.DeadlineId(procedure), null, turn.Today, rule.For, reckoning, [], rule.Source, ReminderRule.Silent, printed: true);
        turn.Record(new Change.NoticePublished(id, rule.Of, turn.Today, deadline.Last, [.. entries]));
        turn.Record(new Change.DeadlineSet(id, deadline));
    }

    public static Refusal? Object(Turn turn, SignalBody.MakeObjection body)
    {
        if (turn.State.Procedure(body.Procedure) is not { } procedure
            || turn.Pack.Procedure(procedure.Name).Stage(procedure.Stage) is not StageRule.Notice notice)
        {
            return new Refusal("notice-closed", "该公示已经结束，不再受理异议。", "This notice has closed; objections are no longer received.");
        }

        if (turn.Received >= procedure.Due!.DueAt)
        {
            return new Refusal(
                "late",
                $"异议应当在{procedure.Due.Last:yyyy-MM-dd}24时前提出；收到时间以本系统时钟为准，已逾期。",
                $"Objections were open until the end of {procedure.Due.Last:yyyy-MM-dd}; by this system's clock yours came after it.",
                notice.Rule.Source);
        }

        if (procedure.Entries.FirstOrDefault(e => e.Key == body.Entry) is null or { Dropped: true })
        {
            return new Refusal("no-such-entry", "公示名单中没有该对象。", "The notice does not list this.");
        }

        if (notice.Rule.ObjectorsNamed && (body.Objector is null || body.Contact is null))
        {
            return Refusals.Of(
                "identity-required", "异议须署名并提供联系方式。", "An objection needs a name and a contact.", notice.Rule.ObjectionSource,
                [new RefusalDetail(body.Objector is null ? "name" : "contact", new Label("必填", "Required"))]);
        }

        turn.Record(new Change.ObjectionReceived(body.Procedure, body.Entry, body.Receipt, body.Objector, body.Contact, body.Text, body.Documents));
        Tellings.Tell(turn, TellKind.Result, Authorities(turn), procedure, procedure.Due, Dates.Opening(turn.Rules, turn.At));
        return null;
    }

    /// <summary>Closes a notice: each entry by itself, then the stage. Runs at a working day's opening after the last day.</summary>
    public static void Close(Turn turn, string id)
    {
        var procedure = turn.State.Procedure(id)!;
        var stage = (StageRule.Notice)turn.Pack.Procedure(procedure.Name).Stage(procedure.Stage);
        var given = Empty.Inputs.Add(LastDay, new FieldValue.Day(procedure.Due!.Last));
        foreach (var entry in procedure.Entries.Where(e => !e.Dropped))
        {
            var opposed = entry.Objections > 0;
            turn.Record(new Change.NoticeEntryClosed(id, entry.Key, opposed));
            if (stage.Transitions.FirstOrDefault(t => opposed ? t.On is Trigger.EachOpposed : t.On is Trigger.EachUnopposed) is { } each)
            {
                Transitions.Take(turn, id, each, given, entry.Key, null);
            }
        }

        if (turn.State.Procedure(id) is { } still && still.Visit == procedure.Visit
            && stage.Transitions.FirstOrDefault(t => t.On is Trigger.Elapsed) is { } elapsed)
        {
            Transitions.Take(turn, id, elapsed, given, null, null);
        }
    }

    /// <summary>Strikes an entry whose item has left while its notice runs.</summary>
    public static void Left(Turn turn, string key, string state)
    {
        foreach (var procedure in turn.State.Procedures.Where(p => p.Entries.Any(e => e.Key == key && !e.Dropped)))
        {
            if (turn.Pack.Procedure(procedure.Name).Stage(procedure.Stage) is StageRule.Notice { Rule.EntriesInState: { } listed }
                && state != listed && !turn.HasChanged<Change.NoticeEntryClosed>(c => c.Procedure == procedure.Id && c.Entry == key))
            {
                turn.Record(new Change.NoticeEntryDropped(procedure.Id, key));
            }
        }
    }

    private static IEnumerable<string> Authorities(Turn turn) =>
        turn.Pack.Roles.Values.Where(r => r.Kind == RoleKind.Authority).Select(r => r.Name);
}
