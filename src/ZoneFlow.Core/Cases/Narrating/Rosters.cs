using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Narrating;

/// <summary>Rosters: who came and left, what was counted, and which conditions that touched.</summary>
internal static class Rosters
{
    private const int Named = 3;

    public static Label? Of(Words words, Change change) => change switch
    {
        Change.RosterFiled c => new(
            $"登记{words.Roster(c.Roster).Zh}{c.Members.Length}家：{string.Join('、', c.Members.Take(Named).Select(m => m.Name))}{(c.Members.Length > Named ? "等" : "")}。",
            $"{Words.En(words.Roster(c.Roster))}: {c.Members.Length} filed, {string.Join(", ", c.Members.Take(Named).Select(m => m.Name))}{(c.Members.Length > Named ? " and others" : "")}."),
        Change.RosterCounted c => new(
            $"{words.Roster(c.Roster).Zh}计数：{Counts(words, c, "，", false)}。{Turned(words, c, false)}",
            $"Counted from {Words.En(words.Roster(c.Roster))}: {Counts(words, c, ", ", true)}.{Turned(words, c, true)}"),
        _ => null,
    };

    private static string Counts(Words words, Change.RosterCounted c, string join, bool english) => string.Join(
        join, c.Now.Counts.Select(n => $"{(english ? $"{Words.En(words.Field(n.Key))} " : words.Field(n.Key).Zh)}{n.Value:0.####}"));

    private static string Turned(Words words, Change.RosterCounted c, bool english)
    {
        string All(IEnumerable<string> names) => english
            ? string.Join(", ", names.Select(n => $"\"{Words.En(words.Criterion(n))}\""))
            : string.Concat(names.Select(n => $"“{words.Criterion(n).Zh}”"));

        var fell = c.Fell.IsEmpty ? "" : english ? $" Since {Words.Day(c.Now.On)} not met: {All(c.Fell)}." : $"自{Words.Day(c.Now.On)}起未达到{All(c.Fell)}。";
        var regained = c.Regained.IsEmpty ? "" : english ? $" Met again: {All(c.Regained)}." : $"重新达到{All(c.Regained)}。";
        return fell + regained;
    }
}
