using System.IO.Compression;
using System.Text;

namespace ZoneFlow.Server.Tests.BadInput;

/// <summary>Files that are not documents.</summary>
public sealed class BadUploadTests(UntouchedZone zone) : IClassFixture<UntouchedZone>
{
    [Theory]
    [InlineData("申报书.pdf", "MZ not a pdf", "content")]
    [InlineData("申报书.png", "%PDF-1.4", "content")]
    [InlineData("申报书.exe", "MZ", "extension")]
    [InlineData("申报书.svg", "<svg onload='alert(1)'/>", "extension")]
    [InlineData("申报书.html", "<script>alert(1)</script>", "extension")]
    [InlineData("申报书.pdf", "", "empty")]
    [InlineData("申报\u202efdp.exe", "MZ", "name-characters")]
    public async Task Upload_NotWhatItSays_IsRefusedByName(string name, string content, string rule) =>
        (await zone.UploadAsync(name, Encoding.UTF8.GetBytes(content))).Is(422, rule, "application-form");

    [Fact]
    public async Task Upload_ZipBomb_IsRefused()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, size) in (ReadOnlySpan<(string, int)>)[("[Content_Types].xml", 100), ("word/document.xml", 80 << 20)])
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                part.Write(new byte[size]);
            }
        }

        var problem = await zone.UploadAsync("方案.docx", zip.ToArray());
        Assert.Equal(422, problem.Status);
        Assert.Contains(problem.Rule, (string[])["ratio", "content", "unpacked"]);
        Assert.Contains("application-form", problem.Errors);
    }

    [Fact]
    public async Task Upload_Oversized_Is413AndLeavesNothingBehind()
    {
        var big = new byte[(50 << 20) + 1];
        UntouchedZone.Pdf().CopyTo(big, 0);
        var files = Files();

        (await zone.UploadAsync("大文件.pdf", big)).Is(413, "file-too-large", "application-form");

        Assert.Equal(files, Files());
    }

    [Fact]
    public async Task Upload_PastTheWholeRequestsLimit_Is413()
    {
        using var client = await AuthorizedAsync();
        using var content = new StreamContent(new Endless(201L << 20));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        content.Headers.ContentLength = 201L << 20;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/cases/{zone.Draft}/documents") { Content = content };
        request.Headers.ExpectContinue = true;

        using var answer = await client.SendAsync(request);

        Assert.Equal(413, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Upload_ToASlotNobodyAskedFor_IsRefused() =>
        (await zone.RefusedAsync(
            zone.Body.Client, HttpMethod.Post, $"/api/cases/{zone.Draft}/documents", UntouchedZone.Upload("批复.pdf", UntouchedZone.Pdf(), "approval"))).Is(422, "document-not-asked");

    [Fact]
    public async Task Upload_WithoutItsFields_SaysWhichThereAre() => (await zone.RefusedAsync(
        zone.Body.Client, HttpMethod.Post, $"/api/cases/{zone.Draft}/documents", new MultipartFormDataContent { { new StringContent("x"), "visit" } })).Is(400, "form");

    [Fact]
    public async Task Submitting_WithoutDocuments_NamesEachThatIsMissing() => (await zone.RefusedAsync(
        zone.Body.Client, HttpMethod.Post, $"/api/cases/{zone.Draft}/actions/submit", UntouchedZone.Json(new { procedure = "designation/1", visit = 1 })))
        .Is(422, "documents-missing", "application-form", "draft-plan");

    [Fact]
    public async Task Upload_WithAChineseName_KeepsIt()
    {
        var draft = (await zone.Body.SendAsync(HttpMethod.Post, "/api/zones", new { policy = "liaoning-2025", name = "文件名集聚区", region = "沈阳市" }, 201)).GetProperty("id").GetString()!;
        using var filed = await zone.Body.Client.PostAsync($"/api/cases/{draft}/documents", UntouchedZone.Upload("申报书（定稿）—𠮷.pdf", UntouchedZone.Pdf()));
        Assert.Equal(201, (int)filed.StatusCode);

        var listed = Assert.Single((await zone.Body.GetAsync($"/api/cases/{draft}/documents")).EnumerateArray());
        Assert.Equal("申报书（定稿）—𠮷.pdf", listed.GetProperty("name").GetString());
        using var file = await zone.Body.Client.GetAsync($"/api/cases/{draft}/documents/application-form/1");
        Assert.Equal("申报书（定稿）—𠮷.pdf", file.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
    }

    private string[] Files() => Directory.GetFiles(Path.Combine(zone.Server.DataFolder, "documents"), "*", SearchOption.AllDirectories);

    private async Task<HttpClient> AuthorizedAsync()
    {
        var client = zone.Server.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await zone.Server.TokenAsync("zone-body"));
        return client;
    }

    /// <summary>Zeros for as long as they are read.</summary>
    private sealed class Endless(long length) : MemoryStream
    {
        private long _left = length;

        public override int Read(byte[] buffer, int offset, int count) => Take(count);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Take(buffer.Length));

        private int Take(int most)
        {
            var taken = (int)Math.Min(most, _left);
            _left -= taken;
            return taken;
        }
    }
}
