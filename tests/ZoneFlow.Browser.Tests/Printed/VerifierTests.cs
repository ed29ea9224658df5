using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests.Printed;

/// <summary>What leaves with a dossier: its verifier page, opened from its own folder with no network, and its timeline on paper.</summary>
[NeedsChromium, NeedsPoppler]
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

    [FactIfPresent]
    public async Task Timeline_Printed_HasEveryEntryInOrderAndNothingOfTheSite()
    {
        var life = await Chapters.DesignatedAsync(chromium.Server, "时间线集聚区");
        var entries = (await chromium.Server.StateAsync(life.Zone)).Version;
        var window = (await chromium.SignInAsync("province")).Window;
        await window.Page.GotoAsync($"/cases/{life.Zone}/timeline");
        var file = Path.Combine(Directory.CreateTempSubdirectory("zoneflow-timeline-").FullName, "timeline.pdf");
        await window.Page.PdfAsync(new() { Path = file, PreferCSSPageSize = true });
        var pages = await PdfPages.ReadAsync(file);
        File.Delete(file);

        var numbers = pages.Lines.SelectMany(l => Regex.Matches(l.Text, "#([0-9]+)").Select(m => (Number: long.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), l.Page))).ToList();
        Assert.Equal(Enumerable.Range(1, (int)entries).Select(n => (long)n), numbers.Select(n => n.Number));
        Assert.True(pages.Count > 1 && numbers[0].Page == 1, $"{pages.Count} pages, the first entry on {numbers[0].Page}");
        var text = string.Concat(pages.Lines.Select(l => l.Text));
        Assert.Contains("发文同意设立之日", text, StringComparison.Ordinal);
        Assert.All(new[] { "待办", "返回卷宗", "导出卷宗", "调时钟" }, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
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
