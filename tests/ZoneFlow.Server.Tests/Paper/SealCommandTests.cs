using System.Runtime.Versioning;
using System.Security.Cryptography;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Server.Hosting;

namespace ZoneFlow.Server.Tests.Paper;

/// <summary>A seal service behind a program of the office's own; the programs here are shell scripts.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SealCommandTests : IDisposable
{
    private static readonly byte[] Docx = "文书"u8.ToArray();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Settings_WithoutAProgram_AreNoService() => Assert.Null(SealCommand.Of(new SealSettings()).Seal);

    [Fact]
    public async Task Program_ThatSealsTheLetter_AnswersForIt()
    {
        var answer = await AskAsync("sha256sum \"$1\"\nprintf '%%PDF-1.4 ' > \"$2\"; cat \"$1\" >> \"$2\"\nyes | head -c 300000\n");

        Assert.Equal(("印章", Convert.ToHexStringLower(SHA256.HashData(Docx)), "sealed.pdf"), (answer.Service, answer.Digest, answer.FileName));
        Assert.Equal([.. "%PDF-1.4 "u8, .. Docx], answer.Content);
    }

    [Fact]
    public async Task Program_ThatSaysNothing_AnswersForNoLetter() => Assert.Equal("", (await AskAsync("cp \"$1\" \"$2\"\n")).Digest);

    [Theory]
    [InlineData("exit 3\n")]
    [InlineData("cp \"$1\" \"$2\"; exit 1\n")]
    [InlineData("sha256sum \"$1\"\n")]
    [InlineData("head -c 17000000 /dev/zero > \"$2\"\n")]
    public async Task Program_ThatFailsOrWritesNothingUsable_IsAnError(string script) => await Assert.ThrowsAsync<IOException>(() => AskAsync(script));

    [Fact]
    public async Task Program_ThatDoesNotEnd_IsEndedWhenItsTimeIsUp()
    {
        using var late = new CancellationTokenSource();
        var pid = _folder["pid"];
        var asked = AskAsync($"echo $$ > '{pid}.new'; mv '{pid}.new' '{pid}'\nexec sleep 300\n", late.Token);
        while (!File.Exists(pid))
        {
            await Task.Delay(10);
        }

        await late.CancelAsync();
        await Assert.ThrowsAsync<IOException>(() => asked);
        Assert.False(Directory.Exists($"/proc/{(await File.ReadAllTextAsync(pid)).Trim()}"));
    }

    [Fact]
    public async Task Program_ThatIsNotThere_IsAnError() =>
        await Assert.ThrowsAnyAsync<Exception>(() => SealCommand.Of(new SealSettings { Command = _folder["nothing"] }).Seal!(Request, CancellationToken.None));

    private static SealRequest Request { get; } = new("zone-1", "letter-1", null, "批复", Docx, "");

    private async Task<SealedDocument> AskAsync(string script, CancellationToken cancellationToken = default)
    {
        var program = _folder["seal.sh"];
        await File.WriteAllTextAsync(program, $"#!/bin/sh\n{script}", CancellationToken.None);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return await SealCommand.Of(new SealSettings { Name = "印章", Command = program }).Seal!(Request, cancellationToken);
    }
}
