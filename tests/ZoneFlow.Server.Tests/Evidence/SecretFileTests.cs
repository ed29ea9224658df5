using System.Runtime.Versioning;
using Microsoft.Extensions.Configuration;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Server.Hosting;

namespace ZoneFlow.Server.Tests.Evidence;

/// <summary>Secrets on disk are the service's alone.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SecretFileTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TemporaryFolder _folder = new();

    private DataFolder Folder => DataFolder.At(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Key_MadeAtFirst_IsTheOwnersAloneAndTheSameEverAfter()
    {
        var key = RootKeyFile.Open(Folder, new EvidenceSettings()).Key!;
        Assert.Equal(Owner, File.GetUnixFileMode(Path.Combine(_folder.Path, "root-key.pem")));
        Assert.Equal(key.Id, RootKeyFile.Open(Folder, new EvidenceSettings()).Key!.Id);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void Key_ThatOthersMayRead_IsRefused(UnixFileMode other)
    {
        RootKeyFile.Open(Folder, new EvidenceSettings());
        File.SetUnixFileMode(Path.Combine(_folder.Path, "root-key.pem"), Owner | other);
        Assert.Contains("chmod 600", Assert.Throws<DataFolderException>(() => RootKeyFile.Open(Folder, new EvidenceSettings())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_FromTheEnvironment_WritesNoFile()
    {
        using var key = SigningKey.New();
        Assert.Equal(key.Id, RootKeyFile.Open(Folder, new EvidenceSettings { Key = key.ToPem() }).Key!.Id);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "root-key.pem")));
        Assert.Throws<DataFolderException>(() => RootKeyFile.Open(Folder, new EvidenceSettings { Key = "no key" }));
    }

    [Theory]
    [InlineData("{\"ZoneFlow\":{\"Mail\":{\"Password\":\"x\"}}}", true)]
    [InlineData("{\"ZoneFlow\":{\"Mail\":{\"Host\":\"mail\"}}}", false)]
    public void Settings_WithAPasswordThatOthersMayRead_AreRefused(string json, bool refused)
    {
        File.WriteAllText(Folder.Settings, json);
        File.SetUnixFileMode(Folder.Settings, Owner | UnixFileMode.OtherRead);
        var error = Record.Exception(() => SettingsFile.Read(Folder, new ConfigurationBuilder()));
        Assert.Equal(refused, error is DataFolderException);
        File.SetUnixFileMode(Folder.Settings, Owner);
        SettingsFile.Read(Folder, new ConfigurationBuilder());
    }
}
