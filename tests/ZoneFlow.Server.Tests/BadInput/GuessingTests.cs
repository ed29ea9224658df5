using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Demo;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit;

namespace ZoneFlow.Server.Tests.BadInput;

/// <summary>Whoever reads an official's mail can begin as many sessions as mails; guessing goes no faster by that, and the official goes on signing.</summary>
public sealed class GuessingTests(DemoServer server) : IClassFixture<DemoServer>
{
    private Codes Codes => server.Services.GetRequiredService<Codes>();

    [Fact]
    public async Task ManySessions_GuessNoFasterThanOne_AndTheOfficialSignsMeanwhile()
    {
        var (official, browser, first) = (Person("province"), New(), New());
        Assert.Equal(CodeVerdict.Right, await Codes.UseAsync(official, await CodeAsync(official), first, browser, default));

        var looked = 0;
        for (var n = 0; n < 40; n++)
        {
            looked += await Codes.UseAsync(official, $"{n:D6}", New(), default) == CodeVerdict.Wrong ? 1 : 0;
        }

        Assert.Equal(5, looked);

        // A right code from somewhere unknown is not looked at either, or a guess would be worth something.
        Assert.Equal(CodeVerdict.Guarded, await Codes.UseAsync(official, await CodeAsync(official), New(), New(), default));

        // The session and the browser in which a right code was typed go on, in a new session and behind a mailed link too.
        Assert.Equal(CodeVerdict.Right, await Codes.UseAsync(official, await CodeAsync(official), first, default));
        await GuessAsync(official);
        var link = New();
        for (var n = 0; n < 5; n++)
        {
            await Codes.UseAsync(official, "111111", link, default);
        }

        Assert.Equal(CodeVerdict.Right, await Codes.UseAsync(official, await CodeAsync(official), link, browser, default));

        // The known browser is no free ground: it has the same count of its own.
        for (var n = 0; n < 5; n++)
        {
            Assert.Equal(CodeVerdict.Wrong, await Codes.UseAsync(official, "222222", New(), browser, default));
        }

        Assert.Equal(CodeVerdict.Paused, await Codes.UseAsync(official, await CodeAsync(official), New(), browser, default));
    }

    [Fact]
    public async Task RecoveryCode_IsTakenAnywhere_AlsoWhileSomebodyGuesses()
    {
        var official = Person("city-shenyang");
        await Codes.ProposeAsync(official, default);
        var secret = (await Codes.ProposedAsync(official, default))!;
        var sheet = await Codes.ConfirmAsync(official, TimeBasedCode.At(secret, server.Wall.GetUtcNow()), default);
        await GuessAsync(official);

        Assert.Equal(CodeVerdict.Guarded, await Codes.UseAsync(official, await CodeAsync(official), New(), default));
        Assert.Equal(CodeVerdict.Right, await Codes.UseAsync(official, sheet[0], New(), default));
    }

    [Fact]
    public async Task AMonthOfGuessing_LooksAtFewCodes()
    {
        var official = Person("city-dalian");
        var (looked, pause, gone) = (0, TimeSpan.FromMinutes(5), TimeSpan.Zero);
        for (; gone < TimeSpan.FromDays(RunSize.Of(1, 30)); gone += pause, pause = pause * 2 < TimeSpan.FromDays(1) ? pause * 2 : TimeSpan.FromDays(1))
        {
            looked += await GuessAsync(official);
            Assert.Equal(CodeVerdict.Guarded, await Codes.UseAsync(official, "333333", New(), default));
            server.Wall.Advance(pause + TimeSpan.FromSeconds(1));
        }

        // Five before each of nine pauses on the first day, each twice as long as the one before; then five a day.
        Assert.Equal(RunSize.Of(45, 190), looked);
    }

    [Fact]
    public async Task Browser_ThatTypesACode_IsKnownByACookieThatOpensNothing()
    {
        var (browser, _) = (await Browser.OfAsync(server, "province"), await Browser.OfAsync(server, "province"));
        var page = await browser.GetAsync("/sessions");
        Assert.False(page.Answer.Headers.TryGetValues("Set-Cookie", out var none), string.Join('\n', none ?? []));

        var posted = await browser.PostAsync("/sessions", [.. Browser.Hidden(page, "form[data-testid=sessions-form]"), ("all", "1"), ("code", "000000")]);
        Assert.Equal(403, posted.Status);
        var cookie = Assert.Single(posted.Answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("zoneflow-device=", StringComparison.Ordinal));
        Assert.All(["httponly", "samesite=strict", "path=/"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));

        var bare = server.Client();
        bare.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        Assert.Equal(302, (int)(await bare.GetAsync("/worklist")).StatusCode);
    }

    private static PersonId Person(string sample) => DemoSeed.Person(Samples.People.First(p => p.Key == sample));

    // As fast as it goes, each from a session of its own; answers how many were looked at.
    private async Task<int> GuessAsync(PersonId official)
    {
        var looked = 0;
        while (await Codes.UseAsync(official, "444444", New(), default) == CodeVerdict.Wrong)
        {
            looked++;
        }

        return looked;
    }

    private Token New() => Token.New(server.Services.GetRequiredService<RandomBytes>());

    private async Task<string> CodeAsync(PersonId official)
    {
        server.Wall.Advance(TimeSpan.FromSeconds(31));
        return TimeBasedCode.At((await Codes.SecretAsync(official, default))!, server.Wall.GetUtcNow());
    }
}
