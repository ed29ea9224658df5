using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Narrating;

/// <summary>What a case keeps about others, and what they say to each other.</summary>
internal static class Neighbours
{
    public static Label? Of(Words words, Change change) => change switch
    {
        Change.ItemPut c => new($"“{c.Title}”：{words.ItemState(c.State).Zh}。", $"\"{c.Title}\": {Words.En(words.ItemState(c.State))}."),
        Change.ItemsRanked c => new(
            $"综合排名：{string.Join('、', c.Ranking.Select(r => $"第{r.Place}名“{r.Title}”（{r.Score:0.00}分）"))}。",
            $"Ranking: {string.Join(", ", c.Ranking.Select(r => $"{r.Place}. \"{r.Title}\" ({r.Score:0.00})"))}."),
        Change.CasePinned c => new($"此后适用政策{c.Pack}。", $"Policy {c.Pack} applies from here on."),
        Change.CaseJoined c => new($"列入{words.Kind(c.Link).Zh}{c.Case}。", $"Joined {Words.En(words.Kind(c.Link))} {c.Case}."),
        Change.MessageSent c => new(
            $"通知{words.Kind(c.Link).Zh}{c.To}：{words.Message(c.Say).Zh}。", $"Told {Words.En(words.Kind(c.Link))} {c.To}: {Words.En(words.Message(c.Say))}."),
        Change.MessageHeard { Heeded: true } c => new(
            $"{words.Kind(c.Link).Zh}{c.From}来讯：{words.Message(c.Say).Zh}。",
            $"{Words.En(words.Kind(c.Link))} {c.From} says: {Words.En(words.Message(c.Say))}."),
        Change.MessageHeard c => new(
            $"{words.Kind(c.Link).Zh}{c.From}来讯：{words.Message(c.Say).Zh}，当前无须处理。", $"{Words.En(words.Kind(c.Link))} {c.From} says: {Words.En(words.Message(c.Say))}; nothing waits for it now."),
        _ => null,
    };
}
