using System.Text.Json;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Server.Tests.Faces;

/// <summary>What a running office gives to other programs, read by other people's programs.</summary>
public sealed class SecondOpinionTests(DemoServer server) : IClassFixture<DemoServer>
{
    private const string Zone = "名称很长而且带有标点的、需要折行的知识产权服务业高质量集聚发展区";

    private static DesignatedZone? _life;

    private static string Tools => Path.GetDirectoryName(NeedsNodeToolsAttribute.Modules) ?? "";

    [FactIfPresent]
    [NeedsNodeTools]
    public async Task Calendar_ReadByIcalJs_HasEveryTaskOnItsLastDay()
    {
        await LivedAsync();
        var body = await Browser.OfAsync(server, "zone-body");
        var page = await body.GetAsync("/worklist/calendars");
        var answer = await body.PostAsync("/worklist/calendars", [.. Browser.Hidden(page, "form.buttons:has(input[value=own])")]);
        using var program = server.Client();
        var feed = await program.GetByteArrayAsync(new Uri(answer.Html.QuerySelector("[data-testid=address] code")!.TextContent).PathAndQuery);

        var (exit, output, errors) = await OtherProgram.RunAsync("node", [Path.Combine(Tools, "read-calendar.mjs")], feed, Tools);

        Assert.True(exit == 0, errors);
        var calendar = JsonDocument.Parse(output).RootElement;
        Assert.Equal("2.0", calendar.GetProperty("version").GetString());
        var plan = Assert.Single(calendar.GetProperty("events").EnumerateArray(), e => e.GetProperty("summary").GetString()!.Contains(Zone, StringComparison.Ordinal));
        var due = (await (await server.SignInAsync("zone-body")).GetAsync("/api/worklist")).EnumerateArray()
            .First(t => t.GetProperty("title").GetString() == Zone).GetProperty("last").GetString();
        Assert.Equal((due, true), (plan.GetProperty("start").GetString(), plan.GetProperty("allDay").GetBoolean()));
        Assert.Equal(DateOnly.Parse(due!, null).AddDays(1), DateOnly.Parse(plan.GetProperty("end").GetString()!, null));
    }

    [FactIfPresent]
    [NeedsXmlLint]
    public async Task Feed_ByTheSchemaOfRfc4287_IsValid()
    {
        await LivedAsync();
        using var anybody = server.Client();
        var feed = await anybody.GetByteArrayAsync("/feed.atom");
        var schema = SchemaOfAtom();

        var (exit, _, errors) = await OtherProgram.RunAsync(NeedsXmlLintAttribute.XmlLint, ["--noout", "--relaxng", schema, "-"], feed);
        Assert.True(exit == 0, errors);

        // The schema is one that can say no.
        var broken = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(feed).Replace("<updated>", "<updated>on ", StringComparison.Ordinal));
        Assert.NotEqual(0, (await OtherProgram.RunAsync(NeedsXmlLintAttribute.XmlLint, ["--noout", "--relaxng", schema, "-"], broken)).Exit);
    }

    [FactIfPresent]
    [NeedsFullRun]
    [NeedsCalc]
    public async Task Workbooks_OpenedByLibreOffice_HoldWhatTheCsvHolds()
    {
        var life = await LivedAsync();
        var province = await Browser.OfAsync(server, "province");
        using var folder = new TemporaryFolder();
        string[] lists = ["/zones", "/worklist/tasks", "/worklist/cases", $"/cases/{life.Round}/meeting-list"];
        foreach (var list in lists)
        {
            await File.WriteAllBytesAsync(Book(list), await province.Client.GetByteArrayAsync(list + ".xlsx"));
        }

        var (exit, _, errors) = await OtherProgram.RunAsync(
            NeedsCalcAttribute.Office,
            [$"-env:UserInstallation=file://{folder.Path}/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", folder.Path, .. lists.Select(Book)]);

        Assert.True(exit == 0, errors);
        foreach (var list in lists)
        {
            var ours = (await province.Client.GetStringAsync(list + ".csv")).TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd();
            Assert.Equal(Unquoted(ours), Unquoted((await File.ReadAllTextAsync(Path.ChangeExtension(Book(list), "csv"))).TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd()));
        }

        string Book(string list) => Path.Combine(folder.Path, list.Split('/')[^1] + ".xlsx");
    }

    // Which cells are quoted is each program's own choice.
    private static string Unquoted(string csv) => csv.Replace("\"", "", StringComparison.Ordinal);

    private static string SchemaOfAtom()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "tests", "tools", "atom.rng")))
        {
            at = at.Parent!;
        }

        return Path.Combine(at.FullName, "tests", "tools", "atom.rng");
    }

    // The tests of a class run one after another on its one server.
    private async Task<DesignatedZone> LivedAsync() => _life ??= await Chapters.DesignatedAsync(server, Zone);
}
