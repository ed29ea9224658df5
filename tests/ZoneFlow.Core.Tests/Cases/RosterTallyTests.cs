using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Core.Tests.Rules;

namespace ZoneFlow.Core.Tests.Cases;

/// <summary>What is counted from a roster, held against counting it anew on each day; and the code its members are known by.</summary>
public sealed class RosterTallyTests
{
    private static readonly DateOnly From = new(2025, 5, 6);

    private static readonly RosterRule Rule = new(
        "firms", new Label("企业", "Firms"), "zone", ["body"], [], [],
        [new("all", null, null, null), new("high", "high", null, null), new("kind", "kind", "专利", null), new("staff", "high", null, "staff")], null, Source.Of("第五条"));

    [Fact]
    public void Tally_OnEveryDay_IsWhatCountingTheMembersOfThatDayGives()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var members = Enumerable.Range(0, random.Next(0, 12)).Select(_ => Member(random)).ToList();
            var half = members.Count / 2;
            var tallies = RosterTally.Over(Rule, members, From);
            var together = RosterTally.Together(RosterTally.Over(Rule, members.Take(half), From), RosterTally.Over(Rule, members.Skip(half), From));

            Assert.Equal(From, tallies[0].From);
            Assert.Equal(tallies.Select(t => t.From).Distinct().Order(), tallies.Select(t => t.From));
            for (var day = From; day < From.AddDays(40); day = day.AddDays(1))
            {
                var plain = Plain(members, day);
                Assert.Equal(plain, Said(tallies.Last(t => t.From <= day)));
                Assert.Equal(plain, Said(together.Last(t => t.From <= day)));
            }
        }
    }

    [Theory]
    [InlineData("91210100MA0000001A", "check")]
    [InlineData("9121", "eighteen")]
    [InlineData("91210100MA000000IA", "eighteen")]
    [InlineData("91210100ma0000001a", "eighteen")]
    public void Code_ThatIsNone_SaysWhy(string code, string why) =>
        Assert.Contains(why == "check" ? "check digit" : "18 digits", SocialCreditCode.WhatIsWrong(code)!.En, StringComparison.Ordinal);

    // Thirty-one is prime, so that no wrong sign can go unseen.
    [Fact]
    public void Code_WithOneSignWrong_IsFound()
    {
        const string sound = "91210100MA0000001G";
        Assert.Null(SocialCreditCode.WhatIsWrong(sound));
        for (var i = 0; i < sound.Length; i++)
        {
            foreach (var sign in "0123456789ABCDEFGHJKLMNPQRTUWXY".Where(s => s != sound[i]))
            {
                Assert.NotNull(SocialCreditCode.WhatIsWrong($"{sound[..i]}{sign}{sound[(i + 1)..]}"));
            }
        }
    }

    private static RosterMember Member(Random random)
    {
        var from = From.AddDays(random.Next(-10, 30));
        return new RosterMember($"{random.Next()}", "甲", from, random.Next(3) == 0 ? null : from.AddDays(random.Next(-2, 20)), OneAct.Named<FieldValue>(
            ("high", new FieldValue.Flag(random.Next(2) == 0)), ("kind", new FieldValue.Text(random.Next(2) == 0 ? "专利" : "商标")), ("staff", new FieldValue.Number(random.Next(100)))));
    }

    private static string Plain(IEnumerable<RosterMember> members, DateOnly day)
    {
        var there = members.Where(m => m.From <= day && (m.Until is not { } left || left > day)).ToList();
        var high = there.Where(m => m.Values["high"] is FieldValue.Flag { Value: true }).ToList();
        return $"{there.Count} {high.Count} {there.Count(m => m.Values["kind"].ToString() == "专利")} {high.Sum(m => ((FieldValue.Number)m.Values["staff"]).Value)}";
    }

    private static string Said(RosterTally tally) => $"{tally.Counts["all"]} {tally.Counts["high"]} {tally.Counts["kind"]} {tally.Counts["staff"]}";
}
