using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Packs;

/// <summary>An operator publishes a pack's revision on a page: checked, compared, and in use for new cases only once a code has been typed.</summary>
public sealed class PublishPageTests(DemoServer server) : IClassFixture<DemoServer>
{
    private const string Path = "/operator/packs/publish";

    [Fact]
    public async Task Revision_CheckedAndCompared_IsPublishedWithACode()
    {
        var operators = await Browser.OfAsync(server, "operator");
        var before = await InUseAsync();
        var files = PackFolder.FilesOf(System.IO.Path.Combine(ShippedPacks.Folder, "liaoning-2025"));
        var changed = files.ToDictionary(f => f.Key, f => Encoding.UTF8.GetString(f.Value).Replace("within: 10wd", "within: 12wd", StringComparison.Ordinal));
        changed["chapters.cases.yaml"] = "no part of a pack";

        var shown = await CheckAsync(operators, changed);

        Assert.Equal(200, shown.Status);
        Assert.NotEmpty(shown.Html.QuerySelectorAll("[data-testid=changes] li"));
        Assert.Contains($"{files.Count}个文件", shown.Text, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(shown.Text) < 100 * 1024);
        Assert.Equal(before, await InUseAsync());
        var hidden = Browser.Hidden(shown, "[data-testid=publish-form]");
        var uncoded = await operators.PostAsync(Path, [.. hidden, ("code", "000000")]);
        Assert.Equal((403, "second-factor"), (uncoded.Status, uncoded.Html.QuerySelector("[data-testid=refusal]")!.GetAttribute("data-rule")));
        Assert.Equal(before, await InUseAsync());

        var person = await server.SignInAsync("office-operator");
        var done = await operators.PostAsync(Path, [.. Browser.Hidden(uncoded, "[data-testid=publish-form]"), ("code", await person.CodeAsync())]);

        Assert.Contains("已发布", done.Html.QuerySelector("[data-testid=published]")!.TextContent, StringComparison.Ordinal);
        var after = await InUseAsync();
        Assert.NotEqual(before, after);
        Assert.Equal(shown.Html.QuerySelector("[data-testid=revision]")!.TextContent, after);
        var again = await operators.PostAsync(Path, [.. Browser.Hidden(shown, "[data-testid=publish-form]"), ("code", await person.CodeAsync())]);
        Assert.Contains("已在使用", again.Html.QuerySelector("[data-testid=published]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(after, await InUseAsync());
    }

    [Theory]
    [InlineData(null, "", "请选择政策的YAML文件")]
    [InlineData("notes.txt", "x", "不是YAML文件")]
    [InlineData("policy.yaml", "\uFFFD", "不是UTF-8")]
    public async Task Files_ThatAreNoPack_AreSaidBesideTheField(string? name, string text, string says)
    {
        var operators = await Browser.OfAsync(server, "operator");

        var page = await CheckAsync(operators, name is null ? [] : new() { [name] = text });

        Assert.Equal(422, page.Status);
        Assert.Contains(says, page.Html.QuerySelector("#f-pack-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("[data-testid=publish-form]"));
    }

    [Fact]
    public async Task Pack_WithSomethingToCorrect_IsSaidWithFileAndLineAndCannotBePublished()
    {
        var operators = await Browser.OfAsync(server, "operator");
        var files = PackFolder.FilesOf(System.IO.Path.Combine(ShippedPacks.Folder, "liaoning-2025")).ToDictionary(f => f.Key, f => Encoding.UTF8.GetString(f.Value));
        files["designation.yaml"] = files["designation.yaml"].Replace("to: evaluation", "to: nowhere", StringComparison.Ordinal);

        var page = await CheckAsync(operators, files);

        Assert.Equal(422, page.Status);
        Assert.Contains("designation.yaml:", page.Html.QuerySelector("[data-testid=remarks]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("[data-testid=publish-form]"));
    }

    [Fact]
    public async Task Draft_ThatIsNotKept_IsAskedForAgain()
    {
        var operators = await Browser.OfAsync(server, "operator");
        var hidden = Browser.Hidden(await operators.GetAsync(Path), "[data-testid=pack-form]");

        var page = await operators.PostAsync(Path, [.. hidden, ("draft", new string('0', 64)), ("code", "123456")]);

        Assert.Equal(422, page.Status);
        Assert.Contains("请重新选择文件", page.Text, StringComparison.Ordinal);
    }

    private static async Task<Page> CheckAsync(Browser operators, Dictionary<string, string> files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Browser.Hidden(await operators.GetAsync(Path), "[data-testid=pack-form]"))
        {
            form.Add(new StringContent(value), name);
        }

        foreach (var (name, text) in files)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "pack", name);
        }

        return await Browser.ReadAsync(await operators.Client.PostAsync($"{Path}/check", form));
    }

    private async Task<string> InUseAsync() => (await server.Services.GetRequiredService<Office>().PacksAsync(default)).Single(p => p.Id == "liaoning-2025").Revision.Hash;
}
