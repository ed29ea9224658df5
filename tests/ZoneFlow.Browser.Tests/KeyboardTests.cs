using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests;

/// <summary>A task done without a mouse.</summary>
[NeedsChromium]
[NeedsFullRun]
public sealed class KeyboardTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Zone = "只用键盘办理的集聚区";
    private const int MostKeys = 60;

    [FactIfPresent]
    public async Task ActionForm_ByKeyboardAlone_IsReachedSeenAndConfirmed()
    {
        await Chapters.AppliedAsync(chromium.Server, Zone);
        var city = await chromium.SignInAsync("city-shenyang");
        await city.DossierAsync(Zone);
        await city.ChooseAsync("不予推荐");
        await city.Page.GetByTestId("action-form").WaitForAsync();

        await TabToAsync(city, "reason");
        await city.Page.Keyboard.TypeAsync("不符合第七条");
        await TabToAsync(city, "confirm");
        await city.Page.Keyboard.PressAsync("Enter");

        await city.Page.GetByTestId("done").WaitForAsync();
    }

    [FactIfPresent]
    public async Task FirstTab_OnAnyPage_SkipsToTheContent()
    {
        var reader = await chromium.OpenAsync();
        await reader.GoAsync("/sign-in");

        await reader.Page.Keyboard.PressAsync("Tab");
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.Keyboard.PressAsync("Tab");

        Assert.Equal("email", await reader.Page.EvaluateAsync<string>("document.activeElement.name"));
    }

    // Each stop on the way shows where the reader is.
    private static async Task TabToAsync(Person person, string testId)
    {
        for (var keys = 0; keys < MostKeys; keys++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            var style = await person.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle");
            var at = await person.Page.EvaluateAsync<string?>("document.activeElement.dataset.testid");
            Assert.True(style != "none", $"The focus does not show at {at}");
            if (at == testId)
            {
                return;
            }
        }

        Assert.Fail($"{testId} is not reached by {MostKeys} tabs");
    }
}
