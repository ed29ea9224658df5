using System.IO.Compression;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests.Printed;

/// <summary>The verifier page of an exported dossier, opened from its own folder with no network.</summary>
[NeedsChromium]
[NeedsFullRun]
public sealed class VerifierTests(Chromium chromium) : IClassFixture<Chromium>
{
    [FactIfPresent]
    public async Task Folder_AsExported_IsWhole_AndOneChangedByteIsNamed()
    {
        var life = await Chapters.AppliedAsync(chromium.Server, "离线校验集聚区");
        var folder = Directory.CreateTempSubdirectory("zoneflow-dossier-").FullName;
        try
        {
            using (var client = chromium.Server.Client())
            {
                client.DefaultRequestHeaders.Add("Cookie", $"zoneflow={await chromium.Server.TokenAsync("province")}");
                await using var archive = await client.GetStreamAsync($"/cases/{life.Zone}/dossier.zip");
                using var zip = new ZipArchive(archive, ZipArchiveMode.Read);
                zip.ExtractToDirectory(folder);
            }

            Assert.StartsWith("完整一致", await AnswerAsync(folder), StringComparison.Ordinal);

            var entry = Path.Combine(folder, "journal", "00000003.json");
            var bytes = await File.ReadAllBytesAsync(entry);
            bytes[bytes.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(entry, bytes);
            Assert.Contains("journal/00000003.json", await AnswerAsync(folder), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<string> AnswerAsync(string folder)
    {
        var window = await chromium.OpenAsync(scripts: true);
        await window.Page.Context.SetOfflineAsync(true);
        await window.Page.GotoAsync($"file://{folder}/verify.html");
        await window.Page.Locator("#folder").SetInputFilesAsync(folder);
        var answer = window.Page.Locator("#answer.good, #answer.bad");
        await answer.WaitForAsync();
        return await answer.InnerTextAsync();
    }
}
