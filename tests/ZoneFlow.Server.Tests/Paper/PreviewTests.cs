using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Paper;

/// <summary>Documents of applicants shown over real HTTP: as pictures, in the browser's own viewer, as words, or not at all; never as a page of ours.</summary>
public sealed class PreviewTests(DemoServer server) : IClassFixture<DemoServer>
{
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Picture_IsShownAsAPicture_AndItsThumbnailIsMadeOutsideTheRequest()
    {
        var (reader, path) = await FiledAsync("预览甲集聚区", "现场.png", Png);

        var page = await reader.GetAsync($"{path}/preview");
        Assert.Equal($"{path}/shown", page.Html.QuerySelector("[data-testid=picture]")!.GetAttribute("src"));
        using var shown = await reader.Client.GetAsync($"{path}/shown");
        Assert.Equal(Png, await shown.Content.ReadAsByteArrayAsync());
        AssertConfined(shown, "image/png", "sandbox");

        // At once a symbol or already the picture; in the end the picture, made anew.
        for (var tries = 0; ; tries++)
        {
            using var answer = await reader.Client.GetAsync($"{path}/thumbnail");
            Assert.Equal(200, (int)answer.StatusCode);
            AssertConfined(answer, answer.Content.Headers.ContentType!.MediaType!, "sandbox");
            if (answer.Content.Headers.ContentType.MediaType == "image/png")
            {
                Assert.NotEqual(Png, await answer.Content.ReadAsByteArrayAsync());
                break;
            }

            Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType.MediaType);
            Assert.True(tries < 100, "No thumbnail was made.");
        }

        var dossier = await reader.GetAsync(path[..path.IndexOf("/documents", StringComparison.Ordinal)]);
        Assert.Equal($"{path}/thumbnail", dossier.Html.QuerySelector("[data-testid=documents] [data-testid=preview] img")!.GetAttribute("src"));
    }

    [Fact]
    public async Task Picture_ThatDecodesToNothing_KeepsItsSymbolAndSaysNothingOfItself()
    {
        // Whole by its chunks, but its data are not those of a picture.
        var hollow = (byte[])Png.Clone();
        hollow[49] ^= 0xff;
        BitConverter.GetBytes(System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(Checksum(hollow.AsSpan(37, 17)))).CopyTo(hollow, 54);
        var (reader, path) = await FiledAsync("预览乙集聚区", "空.png", hollow);
        var hash = ContentHash.FromDigest(System.Security.Cryptography.SHA256.HashData(hollow));
        var store = server.Services.GetRequiredService<ICaseStore>();
        for (var tries = 0; await store.RecordAsync(RecordKinds.Thumbnail, hash.Value, default) is null; tries++)
        {
            Assert.True(tries < 500, "Nobody looked at it.");
            await reader.GetAsync($"{path}/thumbnail");
        }

        Assert.Contains("damaged", (await store.RecordAsync(RecordKinds.Thumbnail, hash.Value, default))!.Json, StringComparison.Ordinal);
        using var answer = await reader.Client.GetAsync($"{path}/thumbnail");
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(200, (await reader.GetAsync($"{path}/preview")).Status);
    }

    [Fact]
    public async Task Pdf_IsShownByTheBrowsersOwnViewer_InThatPageAlone()
    {
        var pdf = TestKit.Papers.Pdf("方案");
        var (reader, path) = await FiledAsync("预览丙集聚区", "方案.pdf", pdf);

        using var page = await reader.Client.GetAsync($"{path}/preview");
        var html = (await Browser.ReadAsync(page)).Html;
        var pane = html.QuerySelector("object[data-testid=pdf]")!;
        Assert.Equal(("application/pdf", $"{path}/shown"), (pane.GetAttribute("type"), pane.GetAttribute("data")));
        Assert.NotNull(pane.QuerySelector("a"));
        Assert.Contains("object-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var shown = await reader.Client.GetAsync($"{path}/shown");
        Assert.Equal(pdf, await shown.Content.ReadAsByteArrayAsync());
        AssertConfined(shown, "application/pdf", "frame-ancestors 'self'");
        Assert.Equal("SAMEORIGIN", shown.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal(404, (await reader.GetAsync($"{path}/thumbnail")).Status);
    }

    [Fact]
    public async Task Docx_IsItsWordsAlone()
    {
        var (reader, path) = await FiledAsync("预览丁集聚区", "方案.docx", Docx("<w:p><w:r><w:t>建设目标</w:t></w:r></w:p><w:p><w:r><w:t>&lt;img src=x onerror=alert(1)&gt;</w:t></w:r></w:p>"));

        var page = await reader.GetAsync($"{path}/preview");
        Assert.Equal(["建设目标", "<img src=x onerror=alert(1)>"], page.Html.QuerySelectorAll("[data-testid=words] p").Select(p => p.TextContent));
        Assert.Empty(page.Html.QuerySelectorAll("main img"));
        Assert.Equal(404, (await reader.GetAsync($"{path}/shown")).Status);
    }

    [Fact]
    public async Task Document_ThatIsNotShown_SaysWhy()
    {
        var (reader, path) = await FiledAsync("预览戊集聚区", "表.xlsx", Xlsx());
        Assert.Equal("kind", Why(await reader.GetAsync($"{path}/preview")));

        (reader, path) = await FiledAsync("预览己集聚区", "空.docx", Docx(""));
        Assert.Equal("empty", Why(await reader.GetAsync($"{path}/preview")));

        // A part that the upload's checks take for well begun ends in the middle of its XML.
        (reader, path) = await FiledAsync("预览庚集聚区", "断.docx", Docx("<w:p><w:t>断"));
        Assert.Equal("damaged", Why(await reader.GetAsync($"{path}/preview")));

        var hash = ContentHash.FromDigest(System.Security.Cryptography.SHA256.HashData(Docx("<w:p><w:t>断")));
        Assert.True(await server.Services.GetRequiredService<IDocumentStore>().DeleteAsync(hash, DateTimeOffset.MaxValue, default));
        var gone = await reader.GetAsync($"{path}/preview");
        Assert.Equal(("gone", 200), (Why(gone), gone.Status));
    }

    [Fact]
    public async Task Preview_OfWhatIsNotThere_OrOfAnothersCase_IsRefused()
    {
        var (reader, path) = await FiledAsync("预览辛集聚区", "现场.png", Png);
        foreach (var part in new[] { "preview", "shown", "thumbnail" })
        {
            Assert.Equal(404, (await reader.GetAsync($"{path[..^1]}99/{part}")).Status);
            Assert.Equal(404, (await reader.GetAsync($"{path.Replace("draft-plan", "nothing", StringComparison.Ordinal)}/{part}")).Status);
            Assert.Equal(403, (await (await Browser.OfAsync(server, "zone-body-2")).GetAsync($"{path}/{part}")).Status);
            Assert.Equal(302, (await (await Browser.OfAsync(server)).GetAsync($"{path}/{part}")).Status);
        }
    }

    private static string? Why(Page page) => page.Html.QuerySelector("[data-testid=no-preview]")?.GetAttribute("data-why");

    private static void AssertConfined(HttpResponseMessage answer, string type, string policy)
    {
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        var said = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", said, StringComparison.Ordinal);
        Assert.Contains(policy, said, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", said, StringComparison.Ordinal);
    }

    private async Task<(Browser Reader, string Path)> FiledAsync(string name, string file, byte[] bytes)
    {
        var body = await server.SignInAsync("zone-body");
        var zone = (await body.SendAsync(HttpMethod.Post, "/api/zones", new { policy = "liaoning-2025", name, region = "沈阳市" }, 201)).GetProperty("id").GetString()!;
        var reader = await Browser.OfAsync(server, "zone-body");
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in Browser.Hidden(await reader.GetAsync($"/cases/{zone}"), "[data-testid=file-form]"))
        {
            form.Add(new StringContent(value), field);
        }

        form.Add(new StringContent("designation/1|draft-plan|1"), "target");
        form.Add(new ByteArrayContent(bytes), "file", file);
        var filed = await Browser.ReadAsync(await reader.Client.PostAsync($"/cases/{zone}/documents", form));
        Assert.True(filed.Status == 302, filed.Text);
        return (reader, $"/cases/{zone}/documents/draft-plan/1");
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var next in bytes)
        {
            crc ^= next;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
            }
        }

        return ~crc;
    }

    private static byte[] Docx(string body) => Package(
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""),
        ("word/document.xml", $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"""));

    private static byte[] Xlsx() => Package(
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""),
        ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>"""));

    private static byte[] Package(params (string Name, string Text)[] parts)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                // The same bytes whenever it is made.
                var entry = archive.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2025, 6, 9, 0, 0, 0, TimeSpan.Zero);
                using var part = entry.Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return zip.ToArray();
    }
}
