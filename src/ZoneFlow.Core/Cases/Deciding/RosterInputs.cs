using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>What each row of a filing must be. A detail is named by its row, from 1, and its column.</summary>
internal static class RosterInputs
{
    private const int LongestName = 120;
    private const int FurthestAhead = 10;

    public static IEnumerable<RefusalDetail> Wrong(Turn turn, RosterRule rule, SignalBody.FileRoster body)
    {
        if (body.Members.Length is 0 or > RosterRule.MostMembers)
        {
            yield return new RefusalDetail("members", new Label($"须为1至{RosterRule.MostMembers}家。", $"1 to {RosterRule.MostMembers} of them."), rule.Source);
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (member, i) in body.Members.Select((m, i) => (m, i)))
        {
            foreach (var detail in Wrong(turn, rule, member).Concat(seen.Add(member.Code) ? [] : [new RefusalDetail("code", Twice)]))
            {
                yield return detail with { Name = $"{i + 1}.{detail.Name}" };
            }
        }
    }

    private static Label Twice { get; } = new("同一代码列了两次。", "The same code stands twice.");

    private static IEnumerable<RefusalDetail> Wrong(Turn turn, RosterRule rule, RosterMember member)
    {
        if (SocialCreditCode.WhatIsWrong(member.Code) is { } code)
        {
            yield return new("code", code, rule.Source);
        }

        if (member.Name.Trim().Length is 0 or > LongestName || member.Name.Any(char.IsControl))
        {
            yield return new("name", new Label($"名称须为1至{LongestName}字。", $"A name of 1 to {LongestName} characters."), rule.Source);
        }

        if (member.Until < member.From)
        {
            yield return new("until", new Label("退出日期早于入驻日期。", "It leaves before it comes."), rule.Source);
        }

        foreach (var (name, day) in new[] { ("from", (DateOnly?)member.From), ("until", member.Until) })
        {
            if (day > turn.Today.AddYears(FurthestAhead) || day < new DateOnly(1949, 10, 1))
            {
                yield return new(name, new Label($"“{day:yyyy-MM-dd}”不像是真实的日期。", $"{day:yyyy-MM-dd} can hardly be meant."), rule.Source);
            }
        }

        foreach (var detail in Inputs.Wrong(turn, rule.Columns, member.Values, false))
        {
            yield return detail;
        }
    }
}
