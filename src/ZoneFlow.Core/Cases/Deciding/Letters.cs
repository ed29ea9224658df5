using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Letters, issued once the transition has led where it leads, so that they can name the next date.</summary>
internal static class Letters
{
    public static void Issue(Turn turn, Step.Letter step, TransitionRule? transition, StepContext context)
    {
        var letter = turn.Pack.Letters[step.Template];
        Issue(turn, letter, Values(turn, letter, transition, context), context.Reason, null, context.Procedure);
    }

    /// <param name="supersedes">The letter that this one corrects, or null.</param>
    /// <param name="procedure">The procedure whose opener or items it may be served on.</param>
    public static void Issue(
        Turn turn, LetterRule letter, ImmutableSortedDictionary<string, string> values, Confided? reason, string? supersedes, Procedure? procedure)
    {
        turn.Record(new Change.LetterIssued(letter.Name, values, reason) { Supersedes = supersedes });
        foreach (var to in (letter.Mailed ? letter.To : []).SelectMany(role => Holders.Audiences(turn.Pack, turn.State, procedure, role)).Distinct())
        {
            Tellings.Tell(turn, TellKind.Letter, to, letter.Name, null, values, turn.NotBefore, reason);
        }
    }

    // The closed list of placeholders; the names of parties and the reason are put in where the letter is rendered.
    private static ImmutableSortedDictionary<string, string> Values(Turn turn, LetterRule letter, TransitionRule? transition, StepContext context)
    {
        var rule = turn.Pack.Procedure(context.Procedure.Name);
        var left = context.Procedure.Stage.Length > 0 ? rule.Stage(context.Procedure.Stage) : null;
        var now = turn.State.Procedure(context.ProcedureId);
        var values = Tellings.Known(turn, now ?? context.Procedure, now is null ? null : Stages.DeadlineOf(turn.State, now));
        values["stage"] = left?.Label.Zh ?? rule.Label.Zh;
        values["article"] = Article(turn, context) ?? transition?.Source?.Article ?? left?.Source?.Article ?? rule.Source?.Article ?? letter.Source.Article ?? "";
        values["dated"] = context.Given.TryGetValue("dated", out var dated) ? dated.ToString()! : values["date"];
        values["period"] = context.Given.Values.OfType<FieldValue.Span>().Select(s => InWords(s.Value)).FirstOrDefault() ?? "";
        values["issuer"] = Issuer(turn);
        values["entries"] = Entries(turn.State, now);
        values["outcome"] = context.Procedure.With.TryGetValue("outcome", out var outcome) ? turn.Pack.Outcomes[outcome].Label.Zh : "";
        return values.ToImmutable();
    }

    /// <summary>The party that acts, by id, where an office does; what the system does by itself goes out in the policy's issuer's name.</summary>
    public static string Issuer(Turn turn) =>
        turn.Signal.Actor is { Party: { } party } actor && turn.Pack.Roles.Values.Any(r =>
            r.Kind is RoleKind.Authority or RoleKind.Endorser && Holders.Plays(turn.Pack, turn.State.Applicants, turn.State.Region, r.Name, actor))
            ? party.Value
            : "";

    // What a public notice lists, a line each, in its order.
    private static string Entries(CaseState state, Procedure? procedure) => procedure is null
        ? ""
        : string.Join('\n', procedure.Entries.Where(e => !e.Dropped).Select((e, i) => $"{i + 1}.{state.Item(e.Key)?.Title ?? state.Title}"));

    private static string? Article(Turn turn, StepContext context) =>
        context.Procedure.With.TryGetValue("outcome", out var outcome) ? turn.Pack.Outcomes[outcome].Source.Article : null;

    private static string InWords(Period period) => period.Unit switch
    {
        PeriodUnit.Days => $"{period.Count}日",
        PeriodUnit.WorkingDays => $"{period.Count}个工作日",
        PeriodUnit.Months => $"{period.Count}个月",
        _ => $"{period.Count}年",
    };
}
