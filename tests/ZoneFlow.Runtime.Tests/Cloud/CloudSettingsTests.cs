using ZoneFlow.Runtime.Cloud;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Evidence;

namespace ZoneFlow.Runtime.Tests.Cloud;

public sealed class CloudSettingsTests
{
    private static Dictionary<string, string?> Good => new()
    {
        ["ZoneFlow:BaseAddress"] = "https://zones.example.cn/", ["ZoneFlow:Storage:TableEndpoint"] = "https://a.table.core.windows.net",
        ["ZoneFlow:Storage:BlobEndpoint"] = "https://a.blob.core.windows.net", ["ZoneFlow:Mail:From"] = "office@zones.example.cn", ["ZoneFlow:SendGrid:ApiKey"] = "SG.x",
    };

    [Fact]
    public void Reading_WhatIsNeeded_IsEnough()
    {
        var settings = Read(Good);

        Assert.Equal(("https://zones.example.cn", StorageKind.Identity, MailKind.SendGrid, new TimeOnly(9, 0)), (settings.BaseAddress, settings.Storage.Kind, settings.Mail.Kind, settings.Opening));
        Assert.DoesNotContain("SG.x", settings.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_ARelay_NeedsNoKeyOfTheProvider()
    {
        var settings = Read(new(Good) { ["ZoneFlow:SendGrid:ApiKey"] = null, ["ZoneFlow:Mail:Host"] = "smtp.example.cn" });

        Assert.Equal((MailKind.Smtp, "smtp.example.cn", 587), (settings.Mail.Kind, settings.Mail.Host, settings.Mail.Port));
    }

    [Fact]
    public void Reading_Packs_TakesTheirNames()
    {
        Assert.Equal(["liaoning-2025", "beijing-2023"], Read(new(Good) { ["ZoneFlow:Packs"] = "liaoning-2025, beijing-2023" }).Packs!);
        Assert.Null(Read(Good).Packs);
    }

    /// <summary>Blanks may stand for line breaks, since a setting is a line.</summary>
    [Fact]
    public void Reading_AKeyForRoots_TakesItAndPrintsNothingOfIt()
    {
        using var key = SigningKey.New();
        var settings = Read(new(Good) { ["ZoneFlow:Evidence:Key"] = key.ToPem().Replace('\n', ' ') });

        Assert.Equal(key.Id, settings.Evidence.Key!.Id);
        Assert.DoesNotContain("PRIVATE", settings.ToString(), StringComparison.Ordinal);
        Assert.Null(Read(Good).Evidence.Key);
    }

    [Fact]
    public void Reading_AScanner_TakesItsHost()
    {
        var scanner = Read(new(Good) { ["ZoneFlow:Scanner:Host"] = "10.0.0.4", ["ZoneFlow:Scanner:Port"] = "3311" }).Scanner;

        Assert.Equal(("10.0.0.4", 3311, 60), (scanner.Host, scanner.Port, scanner.Seconds));
        Assert.Same(ScanResult.NoScanner, Read(Good).Scanner.Scanner());
        Assert.NotSame(ScanResult.NoScanner, scanner.Scanner());
    }

    [Theory]
    [InlineData("ZoneFlow:BaseAddress", null)]
    [InlineData("ZoneFlow:BaseAddress", "zones")]
    [InlineData("ZoneFlow:Storage:TableEndpoint", "")]
    [InlineData("ZoneFlow:Storage:BlobEndpoint", null)]
    [InlineData("ZoneFlow:Mail:From", null)]
    [InlineData("ZoneFlow:Mail:From", "nobody")]
    [InlineData("ZoneFlow:SendGrid:ApiKey", null)]
    [InlineData("ZoneFlow:Opening", "nine")]
    [InlineData("ZoneFlow:Scanner:Port", "many")]
    [InlineData("ZoneFlow:Scanner:Seconds", "-1")]
    [InlineData("ZoneFlow:Evidence:Key", "-----BEGIN PRIVATE KEY----- AAAA -----END PRIVATE KEY-----")]
    [InlineData("ZoneFlow:Packs", "liaoning-2025, hunan-2024")]
    public void Reading_WithoutWhatIsNeeded_NamesIt(string name, string? value)
    {
        var refused = Assert.Throws<CloudSettingException>(() => Read(new(Good) { [name] = value }));

        Assert.Equal(name, refused.Name);
    }

    private static CloudSettings Read(Dictionary<string, string?> settings) => CloudSettings.Read(settings.GetValueOrDefault, ["beijing-2023", "liaoning-2025"]);
}
