using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Outcomes;

namespace ZoneFlow.Web.Tests.Samples;

public static class OutcomeSamples
{
    public static IEnumerable<SamplePage> All =>
    [
        SamplePage.Of<DonePage, DoneModel>("done", new(
            Given.SignedIn, Given.Case, new Label("推荐", "Recommend"), "周敏", Given.Now,
            [new Label("省知识产权局组织评估，期限2026年4月17日（服务规范）。", "The province evaluates by 17 April 2026."), new Label(Given.Hostile)], [Given.Document], "/cases/1")),
        SamplePage.Of<DonePage, DoneModel>("done-empty", new(Given.Public, Given.Case, new Label("推荐"), null, Given.Now, [], [], null)),
        SamplePage.Of<AlreadyDonePage, AlreadyDoneModel>("already-done", new(Given.Public, Given.Case, new Label("推荐", "Recommend"), "周敏", Given.Now, "/cases/1")),
        .. Enum.GetValues<LinkFault>().Select(fault => SamplePage.Of<LinkProblemPage, LinkProblemModel>($"link-{fault}", new(
            Given.Public, fault, fault == LinkFault.Forged ? null : Given.Now, fault == LinkFault.Superseded ? new Label("正在组织评估", "Being evaluated") : null,
            fault == LinkFault.Forged ? null : "/worklist", "024-86590000"))),
        .. Enum.GetValues<ProblemKind>().Select(kind => SamplePage.Of<ProblemPage, ProblemModel>($"problem-{kind}", new(
            Given.Public, kind, kind == ProblemKind.Refused ? Given.Refused : null, kind == ProblemKind.Error ? "0HN7" : null, null))),
    ];
}
