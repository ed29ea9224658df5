using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Narrating;

/// <summary>What the law gives a case, and takes from it.</summary>
internal static class Standing
{
    public static Label? Of(Words words, Change change) => change switch
    {
        Change.StandingChanged c => new(
            $"状态由“{words.Standing(c.From).Zh}”变为“{words.Standing(c.To).Zh}”。",
            $"The standing went from \"{Words.En(words.Standing(c.From))}\" to \"{Words.En(words.Standing(c.To))}\"."),
        Change.StandingCorrected c => new(
            $"状态由“{words.Standing(c.From).Zh}”更正为“{words.Standing(c.To).Zh}”，凭{words.Papers(c.Papers).Zh}。",
            $"The standing was corrected from \"{Words.En(words.Standing(c.From))}\" to \"{Words.En(words.Standing(c.To))}\", on {Words.En(words.Papers(c.Papers))}."),
        Change.FlagRaised c => new($"标注“{words.Flag(c.Flag).Zh}”。", $"Marked \"{Words.En(words.Flag(c.Flag))}\"."),
        Change.FlagLowered c => new($"取消标注“{words.Flag(c.Flag).Zh}”。", $"No longer marked \"{Words.En(words.Flag(c.Flag))}\"."),
        Change.OutcomeApplied c => Applied(words.Outcome(c.Outcome), c),
        Change.BanNoted c => new(
            $"请注意：{c.Subject}所运营的集聚区至{Words.Day(c.Last)}不得参与{string.Join('、', c.Scope)}（{c.Article}），须核对是否为同一集聚区。",
            $"Note: a zone run by {c.Subject} is barred from {string.Join(", ", c.Scope)} until {Words.Day(c.Last)} ({c.Article}); see whether this is the same zone."),
        Change.ApplicantChanged c => new($"{words.Role(c.Role).Zh}变更为{c.Party}。", $"The {Words.En(words.Role(c.Role))} is now {c.Party}."),
        Change.BanImposed c => new(
            $"{words.Ban(c.Ban).Zh}：{c.Subject}自{Words.Day(c.First)}至{Words.Day(c.Last)}不得参与{string.Join('、', c.Scope)}（{c.Source}）。",
            $"{Words.En(words.Ban(c.Ban))}: {c.Subject} is barred from {string.Join(", ", c.Scope)} from {Words.Day(c.First)} to {Words.Day(c.Last)} ({c.Source})."),
        Change.BanCorrected { Lifted: true } c => new(
            $"更正{words.Ban(c.Ban).Zh}：{c.Subject}的登记有误，予以撤销，凭{words.Papers(c.Papers).Zh}。",
            $"{Words.En(words.Ban(c.Ban))} was recorded wrongly for {c.Subject} and is lifted, on {Words.En(words.Papers(c.Papers))}."),
        Change.BanCorrected c => new(
            $"更正{words.Ban(c.Ban).Zh}：{c.Subject}自{Words.Day(c.First)}至{Words.Day(c.Last)}，凭{words.Papers(c.Papers).Zh}。",
            $"{Words.En(words.Ban(c.Ban))} was corrected: {c.Subject} from {Words.Day(c.First)} to {Words.Day(c.Last)}, on {Words.En(words.Papers(c.Papers))}."),
        _ => null,
    };

    private static Label Applied(Label outcome, Change.OutcomeApplied c) => c.First
        ? new($"处理结果：{outcome.Zh}（{c.Source}）。", $"Outcome: {Words.En(outcome)} ({c.Source}).")
        : new($"另有认定：{outcome.Zh}（{c.Source}），状态不变。", $"A further finding: {Words.En(outcome)} ({c.Source}); the standing stays.");
}
