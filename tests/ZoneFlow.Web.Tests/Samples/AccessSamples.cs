using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Access;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Tests.Samples;

public static class AccessSamples
{
    public static IEnumerable<SamplePage> All =>
    [
        SamplePage.Of<SignInPage, SignInModel>("sign-in", new(Given.Demo, "/sign-in", Given.Tokens, "", null, null)),
        SamplePage.Of<SignInPage, SignInModel>("sign-in-refused", new(Given.Public, "/sign-in", Given.Tokens, Given.Hostile, "/worklist", Given.Refused)),
        SamplePage.Of<SignInSentPage, SignInSentModel>("sign-in-sent", new(Given.Public, Given.Hostile, 30)),
        SamplePage.Of<SignInConfirmPage, SignInConfirmModel>("sign-in-confirm", new(
            Given.Public, "/sign-in/abc", Given.Tokens, "周敏", "沈阳市知识产权局", [new Option("p1", new Label("沈阳市知识产权局")), new Option("p2", new Label("市中心"))], null)),
        SamplePage.Of<SessionsPage, SessionsModel>("sessions", new(
            Given.SignedIn,
            [
                new("0123456789abcdef", Given.Now, Given.Now, "Firefox（Windows）", true), new("fedcba9876543210", Given.Now, Given.Now, Given.Hostile, false),
                new("00000000aaaaaaaa", Given.Now, Given.Now, null, false),
            ], "/sessions", Given.Tokens, true, Given.Refused)),
        SamplePage.Of<SessionsPage, SessionsModel>("sessions-without-code", new(
            Given.SignedIn, [new("0123456789abcdef", Given.Now, Given.Now, null, true), new("fedcba9876543210", Given.Now, Given.Now, "微信（Android）", false)], "/sessions", Given.Tokens, false, null)),
        SamplePage.Of<SessionsPage, SessionsModel>("sessions-alone", new(
            Given.SignedIn, [new("0123456789abcdef", Given.Now, Given.Now, "Edge（Windows）", true)], "/sessions", Given.Tokens, true, null)),
        SamplePage.Of<SignedOutPage, SignedOutModel>("signed-out", new(Given.Public)),
    ];
}
