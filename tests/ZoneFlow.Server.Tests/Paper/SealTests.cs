using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.Web.Archiving;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Server.Tests.Paper;

/// <summary>A kept letter taken to a certified seal service, and its answer taken into the dossier or refused.</summary>
public sealed class SealTests(SealedOffice office) : IClassFixture<SealedOffice>
{
    [Fact]
    public async Task Letter_SentToTheSealService_HasItsAnswerInTheDossier()
    {
        var (browser, zone, letter) = await KeptAsync("签章甲集聚区");
        SealRequest? asked = null;
        office.Answers = request => Task.FromResult(Sealed(asked = request, "盖章件甲"));

        Assert.Equal(302, (await SendAsync(browser, letter)).Status);

        Assert.Equal(await browser.Client.GetByteArrayAsync($"{letter}/docx"), asked!.Docx);
        Assert.Equal((zone, letter.Split('/')[^1], "辽知发〔2025〕1号"), (asked.Case, asked.Letter, asked.Number));
        Assert.Contains("签章甲集聚区", asked.Title, StringComparison.Ordinal);
        var page = await browser.GetAsync(letter);
        Assert.NotNull(page.Html.QuerySelector("[data-testid=sealed-link]"));
        Assert.Null(page.Html.QuerySelector("[data-testid=seal-form]"));
        Assert.Equal(TestKit.Papers.Pdf("盖章件甲"), await browser.Client.GetByteArrayAsync($"{letter}/sealed"));

        using var archive = new MemoryStream(await browser.Client.GetByteArrayAsync($"/cases/{zone}/dossier.zip"));
        Assert.Null((await DossierCheck.RunAsync(archive, null, CancellationToken.None)).Entry);
        using var zip = new ZipArchive(archive);
        using var content = new MemoryStream();
        await zip.Entries.Single(e => e.FullName.EndsWith("-sealed.pdf", StringComparison.Ordinal)).Open().CopyToAsync(content);
        Assert.Equal(TestKit.Papers.Pdf("盖章件甲"), content.ToArray());
    }

    [Fact]
    public async Task SealService_ThatRefusesOrAnswersWrongly_LeavesTheLetterAsItWas()
    {
        var (browser, zone, letter) = await KeptAsync("签章乙集聚区", 2);
        var before = (await office.Server.StateAsync(zone)).Version;
        var cases = new (string Rule, Func<SealRequest, Task<SealedDocument>> Answer)[]
        {
            ("seal-unavailable", _ => throw new InvalidOperationException("未授权")),
            ("seal-unavailable", _ => Task.FromException<SealedDocument>(new HttpRequestException("连接被拒绝"))),
            ("seal-unavailable", _ => Task.FromException<SealedDocument>(new TaskCanceledException("服务自己的时限"))),
            ("seal-other-letter", r => Task.FromResult(Sealed(r, "别的文书") with { Digest = new string('0', 64) })),
            ("seal-other-letter", r => Task.FromResult(Sealed(r, "别的文书") with { Digest = "" })),
            ("seal-unusable", r => Task.FromResult(Sealed(r, "") with { Content = "<html>请登录</html>"u8.ToArray() })),
            ("seal-unusable", r => Task.FromResult(Sealed(r, "") with { Content = [] })),
            ("seal-unusable", r => Task.FromResult(Sealed(r, "") with { FileName = "sealed.exe" })),
            ("seal-unusable", r => Task.FromResult(Sealed(r, "") with { Content = new byte[(16 << 20) + 1] })),
        };
        foreach (var (rule, answer) in cases)
        {
            office.Answers = answer;
            var refused = await SendAsync(browser, letter);
            Assert.Equal((rule, 422), (LetterTests.Rule(refused), refused.Status));
        }

        Assert.Equal(before, (await office.Server.StateAsync(zone)).Version);
        Assert.Equal(404, (await browser.GetAsync($"{letter}/sealed")).Status);
        Assert.NotNull((await browser.GetAsync(letter)).Html.QuerySelector("[data-testid=seal-form]"));
    }

    [Fact]
    public async Task SealService_ThatNeverAnswers_IsNotWaitedForLongerThanItsTime()
    {
        var (_, zone, letter) = await KeptAsync("签章丙集聚区", 3);
        var hangs = new SealService((_, _) => new TaskCompletionSource<SealedDocument>().Task) { Longest = TimeSpan.FromMilliseconds(50) };
        var keeping = ActivatorUtilities.CreateInstance<LetterKeeping>(office.Server.Services, hangs);
        var (state, rules) = (await office.Server.Services.GetRequiredService<Cases>().FindAsync(new CaseId(zone), default))!.Value;
        Assert.True(Token.TryParse(await office.Server.TokenAsync("province"), out var session));
        var actor = (await office.Server.Services.GetRequiredService<SignIns>().ActorAsync(session, default))!;
        var at = new AtWork(state, rules, actor, session, WorkPaths.Of(state.Id), null, office.Server.Now);
        var desk = office.Server.Services.GetRequiredService<Desk>();
        var posted = new PostedPage(new FormRead(Typed.Nothing, [], null, []), desk.NewSignal(), office.Server.Now, desk.NewConfiding());

        var answer = await keeping.SealAsync(at, posted, letter.Split('/')[^1], CancellationToken.None);

        Assert.Equal("seal-unavailable", answer.Refusal!.Rule);
        Assert.Equal(state.Version, (await office.Server.StateAsync(zone)).Version);
    }

    [Fact]
    public async Task SecondAnswer_ForTheSameLetter_IsRefusedAndTheFirstStands()
    {
        var (browser, zone, letter) = await KeptAsync("签章丁集聚区", 4);
        var form = Browser.Hidden(await browser.GetAsync(letter), "[data-testid=seal-form]");
        var again = Browser.Hidden(await browser.GetAsync(letter), "[data-testid=seal-form]");
        Page? inner = null;

        // While the first is at the service, somebody else sends the letter too, and is answered first.
        office.Answers = async request =>
        {
            office.Answers = r => Task.FromResult(Sealed(r, "先到"));
            inner = await browser.PostAsync($"{letter}/seal", again);
            return Sealed(request, "后到");
        };
        var outer = await browser.PostAsync($"{letter}/seal", form);

        Assert.Equal(302, inner!.Status);
        Assert.Equal("letter-sealed", LetterTests.Rule(outer));
        Assert.Equal(TestKit.Papers.Pdf("先到"), await browser.Client.GetByteArrayAsync($"{letter}/sealed"));
        var sealedAt = (await office.Server.StateAsync(zone)).Version;

        // A second click of the same form is answered as the first was.
        Assert.Equal(302, (await browser.PostAsync($"{letter}/seal", again)).Status);
        Assert.Equal(sealedAt, (await office.Server.StateAsync(zone)).Version);
    }

    [Fact]
    public async Task Letter_NotNumberedYet_OrCorrectedByAnother_IsNotSentToTheService()
    {
        var life = await Chapters.DesignatedAsync(office.Server, "签章戊集聚区");
        var browser = await Browser.OfAsync(office.Server, "province");
        var letter = await LetterTests.LetterAsync(browser, life.Zone, "批复");
        office.Answers = _ => throw new Xunit.Sdk.XunitException("The service was asked.");
        var tokens = Browser.Hidden(await browser.GetAsync(letter), "[data-testid=number-form]");

        Assert.Equal("letter-not-kept", LetterTests.Rule(await browser.PostAsync($"{letter}/seal", tokens)));

        await NumberAsync(browser, letter, 5);
        var form = Browser.Hidden(await browser.GetAsync(letter), "[data-testid=seal-form]");
        await browser.PostAsync($"{letter}/correction", [.. Browser.Hidden(await browser.GetAsync(letter), "[data-testid=correction-form]"), ("value.dated", "2025-06-19")]);
        Assert.Equal("letter-superseded", LetterTests.Rule(await browser.PostAsync($"{letter}/seal", form)));
    }

    private static SealedDocument Sealed(SealRequest request, string title) =>
        new("省电子印章平台", Convert.ToHexStringLower(SHA256.HashData(request.Docx)), "sealed.pdf", TestKit.Papers.Pdf(title));

    private async Task<(Browser Browser, string Zone, string Letter)> KeptAsync(string name, int number = 1)
    {
        var life = await Chapters.DesignatedAsync(office.Server, name);
        var browser = await Browser.OfAsync(office.Server, "province");
        var letter = await LetterTests.LetterAsync(browser, life.Zone, "批复");
        await NumberAsync(browser, letter, number);
        return (browser, life.Zone, letter);
    }

    private static async Task NumberAsync(Browser browser, string letter, int number) =>
        Assert.Equal(302, (await browser.PostAsync($"{letter}/number", [.. Browser.Hidden(await browser.GetAsync(letter), "[data-testid=number-form]"), ("number", $"辽知发〔2025〕{number}号")])).Status);

    private static async Task<Page> SendAsync(Browser browser, string letter) =>
        await browser.PostAsync($"{letter}/seal", Browser.Hidden(await browser.GetAsync(letter), "[data-testid=seal-form]"));
}
