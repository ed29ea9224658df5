using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Imports;
using ZoneFlow.Web.Pages.Rosters;

namespace ZoneFlow.Web.Tests.Samples;

public static class RosterSamples
{
    private static readonly Label Title = new("企业名录", "List of companies");

    private static RosterPageModel Full => new(
        Given.SignedIn, Given.Case, Title, "第九条第3项", "/cases/1/rosters/companies", [new(new Label("企业数量（家）", "Companies"), "69"), new(new Label("其中中小企业数量（家）"), "60")],
        [new(new Label("企业数量原则上不少于70家", "In principle at least 70 companies"), "第五条第2项", false, Given.Today, null), new(new Label(Given.Hostile), "第五条第2项", true, null, Given.Today)],
        [new Label("中小企业"), new Label("有效专利（件）")],
        new RosterPart([new("91110108MA01A1B2C3", Given.Hostile, Given.Today, null, true, ["是", "3"]), new("91110108MA01A1B2D2", "乙公司", Given.Today, Given.Today, false, ["否", ""])], 2, true, "/o", "/n"),
        [new(Given.Now, Given.Hostile, new Label("登记企业名录2家：甲、乙。", "2 filed."))], Given.Tokens,
        new RosterReading(
            new Dictionary<RosterRowKind, int> { [RosterRowKind.Wrong] = 1, [RosterRowKind.Comes] = 2 },
            [new("A3", "911", Given.Hostile, null, RosterRowKind.Wrong, new Label("统一社会信用代码的校验位不符，请核对。", "The check digit does not fit.")), new("A2", "91110108MA01A1B2C3", "甲公司", null, RosterRowKind.Comes, null)], 4, 3),
        new RosterWaiting(2, "abc"), null);

    public static IEnumerable<SamplePage> All =>
    [
        SamplePage.Of<RosterPage, RosterPageModel>("roster", Full),
        SamplePage.Of<RosterPage, RosterPageModel>("roster-refused", Full with { Read = null, Waiting = null, Refused = Given.Refused }),
        SamplePage.Of<RosterPage, RosterPageModel>("roster-empty", Full with
        {
            Case = Given.Case with { Href = null }, Numbers = [], Watched = [], Part = new RosterPart([], 0, false, "/o", null), Filed = [], Tokens = null, Read = null, Waiting = null,
        }),
    ];
}
