using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Demo;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.BadInput;

/// <summary>Time-based codes that are wrong, used before, or tried too often.</summary>
public sealed class BadCodeTests : IAsyncLifetime
{
    private readonly DemoServer _server = new();
    private DesignatedZone _life = null!;

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        _life = await Chapters.NoticedAsync(_server, "沈阳待发文集聚区");
        await _server.MoveToAsync(CivilDate.At(CivilDate.Of(_server.Now).AddDays(14), new TimeOnly(10, 0)));
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("000000")]
    [InlineData("abc")]
    public async Task Approving_WithAWrongCode_Is403AndChangesNoCase(string? code)
    {
        var before = Image();
        (await ApproveAsync(code)).Is(403, "second-factor", "code");
        Assert.Equal(before, Image());
    }

    [Fact]
    public async Task Approving_WithACodeThatWasUsed_Is403()
    {
        var code = await _life.Province.CodeAsync();
        var used = await _server.Services.GetRequiredService<Codes>().UseAsync(DemoSeed.Person(_life.Province.Sample), code, null, default);
        Assert.Equal(CodeVerdict.Right, used);
        var before = Image();

        (await ApproveAsync(code)).Is(403, "second-factor", "code");
        Assert.Equal(before, Image());
    }

    [Fact]
    public async Task Approving_AfterFiveWrongCodes_WaitsEvenWithTheRightOne()
    {
        for (var n = 0; n < 5; n++)
        {
            await ApproveAsync("000000");
        }

        var before = Image();
        var paused = await ApproveAsync(await _life.Province.CodeAsync());
        paused.Is(403, "second-factor", "code");
        Assert.Contains("五分钟", paused.Zh + string.Concat(paused.Errors), StringComparison.Ordinal);
        Assert.Equal(before, Image());
    }

    [Fact]
    public async Task Approving_WithAnotherThingWrong_UsesNoCodeUp()
    {
        var code = await _life.Province.CodeAsync();
        (await ApproveAsync(code, "2026-02-30")).Is(422, "inputs-wrong", "dated");

        Assert.Equal(CodeVerdict.Right, await _server.Services.GetRequiredService<Codes>().UseAsync(DemoSeed.Person(_life.Province.Sample), code, null, default));
    }

    private async Task<Problem> ApproveAsync(string? code, string? dated = null)
    {
        var visit = (await _server.StateAsync(_life.Zone)).Procedures[0].Visit;
        var request = new { procedure = "designation/1", visit, inputs = new { dated = dated ?? CivilDate.Of(_server.Now).ToString("yyyy-MM-dd", null) }, code };
        using var form = new MultipartFormDataContent
        {
            { UntouchedZone.Json(request), "request" }, { new ByteArrayContent(UntouchedZone.Pdf()), "file.approval", "批复.pdf" },
        };
        using var answer = await _life.Province.Client.PostAsync($"/api/cases/{_life.Zone}/actions/approve", form);
        return await Problem.OfAsync(answer);
    }

    private IReadOnlyList<string> Image() => StoreImage.Of(_server.DataFolder, _life.Zone);
}
