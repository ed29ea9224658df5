using System.Collections.Immutable;
using System.Globalization;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.TestKit;

namespace ZoneFlow.Policies.Tests.Plans;

/// <summary>北京's list of companies: counted, watched from day to day, and told on the day a condition is no longer met (第十四条).</summary>
public sealed class RosterTests
{
    private static readonly Pack Policy = ShippedPacks.Load("beijing-2023").Pack!;
    private static readonly RosterRule Rule = Policy.Roster("companies")!;
    private static readonly CaseId Zone = new("zone");
    private static readonly Actor Operator = Cast.Of("operator", "operating-body");
    private static readonly Actor Office = Cast.Of("office", "office");

    [Fact]
    public void Company_ThatLeavesOnADayToCome_IsMissedOnThatDayAndTheOfficeToldThatMorning()
    {
        var world = Recognised();
        File(world, [.. Companies(70), Company("末位", "2023-01-01", "2025-06-07")]);
        Assert.Empty(world.State(Zone).Rosters["companies"].Now.Unmet);
        Assert.Empty(Told(world));

        // The 71st leaves on a Saturday and nothing is unmet; the 70th leaves the Monday after, of which nobody knew until the Friday.
        world.AdvanceTo(At("2025-06-06 15:00"));
        File(world, [Company("甲70", "2023-01-01", "2025-06-09")]);
        world.AdvanceTo(At("2025-06-08 23:59"));
        Assert.Empty(Told(world));
        world.AdvanceTo(At("2025-06-09 00:00"));

        var mail = Assert.Single(Told(world));
        Assert.Equal("office", mail.To.Role);
        Assert.Equal(At("2025-06-09 09:00"), mail.NotBefore);
        Assert.Equal("2025-06-09", mail.Values["since"]);
        Assert.Contains("企业数量（家）为69", mail.Values["unmet"], StringComparison.Ordinal);
        Assert.StartsWith("第十四条", mail.Values["article"], StringComparison.Ordinal);
        Assert.Equal("recognised", world.State(Zone).Standing);
        Assert.Equal("companies", Assert.Single(world.State(Zone).Rosters["companies"].Now.Unmet));
    }

    [Fact]
    public void Company_ThatLeftLongAgo_IsToldOnTheDayItIsFiledWithTheDayItBegan()
    {
        var world = Recognised();
        File(world, Companies(70));
        world.AdvanceTo(At("2025-07-16 10:00"));

        File(world, [Company("甲1", "2023-01-01", "2025-07-01")]);

        var mail = Assert.Single(Told(world));
        Assert.Equal(("2025-07-01", world.Now), (mail.Values["since"], mail.NotBefore));
    }

    [Fact]
    public void Condition_MetAgainAndLostAgain_IsToldAgain()
    {
        var world = Recognised();
        File(world, Companies(70));
        File(world, [Company("甲1", "2023-01-01", "2025-06-02")]);
        File(world, [Company("新来", "2025-06-03", null)]);
        Assert.Empty(world.State(Zone).Rosters["companies"].Now.Unmet);
        File(world, [Company("新来", "2025-06-03", "2025-06-03")]);

        Assert.Equal(2, Told(world).Count());
    }

    [Fact]
    public void Shares_AreComparedExactly_AndEachFallsByItself()
    {
        var world = Recognised();
        File(world, [.. Companies(42), .. Companies(14, "乙", highEnd: false), .. Companies(14, "丙", sme: false, highEnd: false)]);
        Assert.Empty(Told(world));

        File(world, [.. Companies(1, "乙", sme: false, highEnd: false)]);
        Assert.Contains("中小企业", Assert.Single(Told(world)).Values["unmet"], StringComparison.Ordinal);
        Assert.Equal("smes", Assert.Single(world.State(Zone).Rosters["companies"].Now.Unmet));
    }

    [Fact]
    public void Zone_BeforeItIsRecognised_IsCountedAndNobodyIsTold()
    {
        var world = Drafted();
        Send(world, Operator, Companies(69));

        Assert.Empty(Told(world));
        Assert.Equal("companies", Assert.Single(world.State(Zone).Rosters["companies"].Now.Unmet));
        Assert.Equal("69", world.Answers(Zone)["companies"].ToString());
        var typed = world.Send(Zone, Operator, new SignalBody.SaveAnswers(world.Answers(Zone).SetItem("companies", new FieldValue.Number(70))));
        Assert.Equal("companies", Assert.Single(typed.Refusal!.Details).Name);
    }

    [Fact]
    public void FilingTwice_ChangesNothing()
    {
        var world = Recognised();
        File(world, Companies(70));
        var entries = world.Journal(Zone).Count;

        var again = Send(world, Operator, Companies(70));

        Assert.True(again.Accepted);
        Assert.Empty(again.Entries);
        Assert.Equal(entries, world.Journal(Zone).Count);
    }

    [Fact]
    public void Rows_ThatCannotBe_AreNamedOneByOneAndNothingIsIn()
    {
        var world = Recognised();
        var good = Company("甲1", "2023-01-01", null);
        var version = world.State(Zone).Version;

        var refusal = Send(world, Operator,
            [
                good, good with { Name = "另名" }, Company("乙", "2023-01-01", "2022-12-31"), Company("丙", "2099-01-01", null), Company("错", "2023-01-01", null) is var other ? other with { Code = other.Code[..17] + (other.Code[17] == '0' ? '1' : '0') } : good,
                Company("丁", "2023-01-01", null) with { Values = good.Values.Remove("sme") }, Company("戊", "2023-01-01", null) with { Values = good.Values.SetItem("valid-patents", new FieldValue.Number(1.5m)) },
            ]).Refusal!;

        Assert.Equal(["2.code", "3.until", "4.from", "5.code", "6.sme", "7.valid-patents"], refusal.Details.Select(d => d.Name));
        Assert.Equal(version, world.State(Zone).Version);
        Assert.Empty(world.State(Zone).Rosters);
    }

    [Fact]
    public void Roster_OfAnotherOrAtAnotherTime_IsRefused()
    {
        var world = Recognised();
        Assert.Equal("not-yours", Send(world, Office, Companies(1)).Refusal!.Rule);
        Assert.Equal("not-yours", Send(world, Cast.Of("stranger", "operating-body"), Companies(1)).Refusal!.Rule);
        Assert.Equal("no-such-roster", world.Send(Zone, Operator, new SignalBody.FileRoster("agencies", Companies(1))).Refusal!.Rule);
    }

    /// <summary>Any filings in any order: what the state counts is what the roster says on that day, and each day that a condition turns is told once.</summary>
    [Fact]
    public void Filings_AnyInAnyOrder_CountAsTheRosterDoesEachDay()
    {
        for (var seed = 0; seed < RunSize.Of(25, 400); seed++)
        {
            var (world, chance) = (Recognised(), new Random(seed));
            File(world, Companies(71));
            for (var step = 0; step < 12; step++)
            {
                var name = $"甲{chance.Next(1, 72)}";
                var from = world.Today.AddDays(chance.Next(-200, 40));
                _ = Send(world, Operator, [Company(name, Day(from), chance.Next(3) == 0 ? null : Day(from.AddDays(chance.Next(0, 90))), chance.Next(4) > 0)]);
                Same(world, seed);
                world.AdvanceTo(world.Now.AddDays(chance.Next(1, 30)));
                Same(world, seed);
            }

            var fallen = world.Journal(Zone).SelectMany(e => e.Changes).OfType<Change.RosterCounted>().Count(c => !c.Fell.IsEmpty);
            Assert.Equal(fallen, Told(world).Count());
        }
    }

    private static void Same(World world, int seed)
    {
        var book = RosterBook.Of(world.Journal(Zone).SelectMany(RosterLine.Of));
        var counts = RosterTally.Over(Rule, book.Members, world.Today)[0].Counts;
        var answers = counts.ToImmutableSortedDictionary(c => c.Key, c => (FieldValue)new FieldValue.Number(c.Value), StringComparer.Ordinal);
        var unmet = Criteria.Unmet(Policy, ["zone"], answers, world.State(Zone).Marks).Select(d => d.Name).Where(Rule.Watch!.Criteria.Contains);
        Assert.True(unmet.SequenceEqual(world.State(Zone).Rosters["companies"].Now.Unmet), $"seed {seed} on {world.Today}");
        Assert.Equal(book.Members.Where(m => m.CountsOn(world.Today)).Sum(m => ((FieldValue.Number)m.Values["valid-patents"]).Value), counts["valid-patents"]);
        Assert.All(world.State(Zone).Rosters["companies"].Coming, d => Assert.True(d.On > world.Today));
    }

    private static World Drafted()
    {
        var world = new World(Policy, ChinaCalendar.Today, At("2024-01-08 10:00"));
        world.Send(Zone, Operator, new SignalBody.OpenCase(Policy.Revision, CaseKinds.Zone, "BJ-1", "中关村软件园知识产权集聚发展区", "海淀区", [new Applicant("operating-body", Operator.Party!.Value)]));
        return world;
    }

    private static World Recognised()
    {
        var world = new World(Policy, ChinaCalendar.Today, At("2025-06-03 10:00"));
        var adopted = world.Send(Zone, Office with { SecondFactor = true }, new SignalBody.AdoptCase(
            Policy.Revision, CaseKinds.Zone, "BJ-1", "中关村软件园知识产权集聚发展区", "海淀区", [new Applicant("operating-body", Operator.Party!.Value)], "recognised",
            ImmutableSortedDictionary.Create<string, AdoptedMark>(StringComparer.Ordinal).Add("designated", new AdoptedMark(new DateOnly(2024, 5, 20), Paperwork.Of("recognition-decision"))), []));
        Assert.True(adopted.Accepted, $"{adopted.Refusal?.Message} {string.Join(' ', adopted.Refusal?.Details.Select(d => d.Message.Zh) ?? [])}");
        return world;
    }

    private static void File(World world, ImmutableArray<RosterMember> members)
    {
        var refusal = Send(world, Operator, members).Refusal;
        Assert.True(refusal is null, $"{refusal?.Message} {string.Join(' ', refusal?.Details.Select(d => d.Message.Zh) ?? [])}");
    }

    private static Decision Send(World world, Actor actor, ImmutableArray<RosterMember> members) => world.Send(Zone, actor, new SignalBody.FileRoster("companies", members));

    private static IEnumerable<Effect.Tell> Told(World world) => world.Mails.Where(m => m.Kind == TellKind.Watch);

    private static ImmutableArray<RosterMember> Companies(int many, string name = "甲", bool sme = true, bool highEnd = true) =>
        [.. Enumerable.Range(1, many).Select(i => Company($"{name}{i}", "2023-01-01", null, sme, highEnd))];

    private static RosterMember Company(string name, string from, string? until, bool sme = true, bool highEnd = true) => RosterFiller.Members(
        Policy, "companies", new Dictionary<string, string?>
        {
            ["as"] = name, ["from"] = from, ["until"] = until, ["sme"] = sme ? "yes" : "no", ["high-end"] = highEnd ? "yes" : "no", ["valid-patents"] = "8", ["valid-inventions"] = "3",
        }.Where(v => v.Value is not null).ToImmutableSortedDictionary(v => v.Key, v => v.Value!, StringComparer.Ordinal)).Single();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.ParseExact(text + " +08:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
