using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.TestKit;
using static ZoneFlow.Policies.Tests.Rows.JilinLife;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>Zones that began before the system, taken over, and what was entered wrongly put right.</summary>
public sealed class AdoptionTests
{
    [Fact]
    public void Correcting_AWrongDesignationDate_MovesEveryDateThatHangsOnItAndUnsendsNothing()
    {
        var life = Adopted("2020-03-02", "2018-05-15", "annual-report/2019", "annual-report/2020", "annual-report/2021").Until("2021-04-12");
        Assert.Equal(new DateOnly(2021, 7, 14), life.Owed("final-assessment/once").Due.Last);
        var (mails, entries) = (life.World.Mails.ToList(), life.World.Journal(Zone).ToList());

        Accepted(Correct(life, "2018-06-15"));

        Assert.Equal(
            (new DateOnly(2018, 6, 15), new DateOnly(2021, 6, 15)), (life.State.Marks["designated"].Date, life.State.Marks["term-end"].Date));
        Assert.Equal(new DateOnly(2021, 8, 16), life.Owed("final-assessment/once").Due.Last);
        Assert.Equal(new DateOnly(2021, 6, 15), life.DueOf("final-assessment").Last);
        Assert.Equal(OccurrenceState.Settled, life.State.Past["annual-report/2021"]);
        Assert.Equal(mails, life.World.Mails.Take(mails.Count));
        Assert.Equal(entries, life.World.Journal(Zone).Take(entries.Count));
    }

    [Fact]
    public void Correcting_ADate_KeepsItsDocumentAndTheJournalSaysWhich()
    {
        var life = Adopted("2020-03-02", "2018-05-15", "annual-report/2019");
        Accepted(Correct(life, "2018-06-15"));
        var corrected = life.Told<Change.MarkCorrected>().Single();
        Assert.Equal("approval/2", Assert.Single(corrected.Papers));
        Assert.Equal((new DateOnly(2018, 5, 15), new DateOnly(2018, 6, 15)), (corrected.Was, corrected.Date));
        Assert.Equal([1, 2], life.Told<Change.DocumentFiled>().Select(d => d.Document.Version));
        Assert.Equal("设立之日由2018-05-15更正为2018-06-15，凭《批复》第2版。", Narration.Of(Policy, corrected).Zh);
    }

    [Fact]
    public void Correcting_ADateOnWhichAReportHung_TakesItBackAndGivesItAgain()
    {
        var life = Adopted("2019-02-01", "2018-12-20");
        Assert.Equal(new DateOnly(2019, 4, 1), life.Owed("annual-report/2019").Due.Last);

        Accepted(Correct(life.Until("2019-02-15"), "2019-01-10"));
        Assert.Equal(OccurrenceState.NotOwed, life.State.Past["annual-report/2019"]);
        Assert.Empty(life.State.Procedures);

        Accepted(Correct(life.Until("2019-03-20"), "2018-12-20"));
        Assert.Equal(new DateOnly(2019, 4, 22), life.Owed("annual-report/2019").Due.Last);
        Assert.Equal("annual-report/2019-2", Assert.Single(life.State.Procedures).Id);
        life.Does(County, "deliver-to-city").Does(County, "deliver-to-province");
        Assert.Equal(OccurrenceState.Settled, life.State.Past["annual-report/2019"]);
    }

    [Fact]
    public void Correcting_ADateSoThatADutyIsLongPast_LeavesAMonth()
    {
        var life = Adopted("2020-03-02", "2018-06-15", "annual-report/2019", "annual-report/2020").Until("2020-08-10");
        Accepted(Correct(life, "2017-06-15"));
        // 2018's report of 2017 was not said to be settled: it is owed now, with a month to file it.
        Assert.Equal(["annual-report/2018", "final-assessment/once"], life.State.Occurrences.Select(o => o.Id).Order(StringComparer.Ordinal));
        Assert.All(life.State.Occurrences, o => Assert.Equal(new DateOnly(2020, 9, 10), o.Due.Last));
    }

    [Fact]
    public void Correcting_ADateWhileTheDutyIsOpen_ComesEarlierOnlyAsFarAsAMonthFromToday()
    {
        var life = Adopted("2020-03-02", "2018-06-15", "annual-report/2019", "annual-report/2020", "annual-report/2021").Until("2021-04-20");
        Accepted(Correct(life, "2018-01-15"));
        Assert.Equal(new DateOnly(2021, 5, 20), life.Owed("final-assessment/once").Due.Last);
        Accepted(Correct(life, "2018-06-15"));
        Assert.Equal(new DateOnly(2021, 8, 16), life.Owed("final-assessment/once").Due.Last);
    }

    [Theory]
    [InlineData("not-yours")]
    [InlineData("second-factor")]
    [InlineData("documents-missing")]
    [InlineData("document-not-asked")]
    [InlineData("no-such-mark")]
    [InlineData("nothing-corrected")]
    public void Correcting_WithoutWhatItNeeds_IsRefused(string rule)
    {
        var life = Adopted("2020-03-02", "2018-06-15", "annual-report/2019");
        var body = new SignalBody.CorrectMark("designated", new DateOnly(2018, 6, 14), Paperwork.Confide("笔误"), [Paperwork.Of("approval")]);
        var (actor, asked) = rule switch
        {
            "not-yours" => (City, body),
            "second-factor" => (Province with { SecondFactor = false }, body),
            "documents-missing" => (Province, body with { Documents = [] }),
            "document-not-asked" => (Province, body with { Documents = [Paperwork.Of("nothing")] }),
            "no-such-mark" => (Province, body with { Mark = "term-end" }),
            _ => (Province, body with { Date = new DateOnly(2018, 6, 15) }),
        };
        Assert.Equal(rule, life.World.Send(Zone, actor, asked).Refusal!.Rule);
    }

    [Fact]
    public void Correcting_AnAnnulledEnding_GivesTheStandingBack()
    {
        var life = TermOver().Rectifying().Does(County, "report").Does(Province, "fail").Does(Province, "serve", Date("served", "2021-06-21"))
            .Does(County, "waive").Does(Province, "uphold", Date("dated", "2021-06-21"));
        Assert.Equal("cancelled", life.State.Standing);
        var annulled = new SignalBody.CorrectStanding("constructing", Paperwork.Confide("行政判决撤销"), [Paperwork.Of("other")]);
        Assert.Equal("not-yours", life.World.Send(Zone, County, annulled).Refusal!.Rule);
        Assert.Equal("documents-missing", life.World.Send(Zone, Province, annulled with { Documents = [] }).Refusal!.Rule);
        Assert.Equal("no-such-standing", life.World.Send(Zone, Province, annulled with { Standing = "operating" }).Refusal!.Rule);

        Accepted(life.World.Send(Zone, Province, annulled));
        Assert.Equal("constructing", life.State.Standing);
        Assert.Equal("cancelled", life.Told<Change.StandingCorrected>().Single().From);
        life.Does(Province, "reassess").Does(Province, "pass", Date("dated", "2021-06-21")).Until("2022-01-04");
        Assert.Equal("retained", life.State.Standing);
        Assert.Equal(new DateOnly(2022, 3, 31), life.Owed("annual-report/2022").Due.Last);
    }

    [Fact]
    public void Adopting_KeepsEachDatesDocument()
    {
        var life = Adopted("2020-03-02", "2018-06-15", "annual-report/2019");
        Assert.Equal(("approval", 1), life.Told<Change.DocumentFiled>().Select(d => (d.Document.Slot, d.Document.Version)).Single());
        Assert.Equal(new DateOnly(2020, 4, 2), life.Owed("annual-report/2020").Due.Last);
    }

    [Theory]
    [InlineData("term-end", "2021-06-15", "annual-report/2019", "term-end")]
    [InlineData("designated", "2020-03-03", "annual-report/2019", "designated")]
    [InlineData("designated", "2018-06-15", "yearly-report/2019", "settled")]
    public void Adopting_WithADateOrADutyThatCannotBe_IsRefused(string mark, string date, string settled, string named)
    {
        var life = On("2020-03-02");
        var body = Adoption("2018-06-15", settled) with
        {
            Marks = ImmutableSortedDictionary<string, AdoptedMark>.Empty.Add(mark, new AdoptedMark(ChinaCalendar.Day(date), Paperwork.Of("approval"))),
        };
        Assert.Equal(named, Assert.Single(life.World.Send(Zone, Province, body).Refusal!.Details).Name);
        Assert.Equal("second-factor", life.World.Send(Zone, Province with { SecondFactor = false }, body).Refusal!.Rule);
    }

    private static JilinLife Adopted(string on, string designated, params string[] settled)
    {
        var life = On(on);
        Accepted(life.World.Send(Zone, Province, Adoption(designated, settled)));
        return life;
    }

    private static SignalBody.AdoptCase Adoption(string designated, params string[] settled) => new(
        Policy.Revision, CaseKinds.Zone, "JL-1", "长春高新区知识产权服务业集聚发展区", "长春市",
        [new Applicant("county", County.Party!.Value), new Applicant("key-unit", Unit.Party!.Value)], "constructing",
        ImmutableSortedDictionary<string, AdoptedMark>.Empty.Add("designated", new AdoptedMark(ChinaCalendar.Day(designated), Paperwork.Of("approval"))),
        [.. settled]);

    private static Decision Correct(JilinLife life, string date) => life.World.Send(
        Zone, Province, new SignalBody.CorrectMark("designated", ChinaCalendar.Day(date), Paperwork.Confide("笔误"), [Paperwork.Of("approval")]));
}
