using System.Diagnostics;
using System.Text.RegularExpressions;
using ZoneFlow.Functions.Tests.Mail;
using ZoneFlow.Functions.Tests.Stores;

namespace ZoneFlow.Functions.Tests.Hosting;

/// <summary>The program itself, as the operator runs it from a machine with the app's settings.</summary>
[Collection(SharedAzurite.Name)]
public sealed class ProgramTests(Azurite azurite) : IDisposable
{
    private readonly SendGridStub _mail = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("zoneflow-").FullName;

    public void Dispose()
    {
        _mail.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task TheProgram_OpensAnOffice_ExportsIt_AndTakesItInElsewhere()
    {
        var link = await RunAsync(azurite, "operator-link");
        Assert.True(link.Code == 0, link.Error);
        Assert.Matches("^https://zones.example.cn/sign-in/[A-Za-z0-9_-]{43}$", link.Output.Trim());

        var archive = Path.Combine(_folder, "all.zip");
        var exported = await RunAsync(azurite, "export", archive);
        var other = new Azurite();
        await other.InitializeAsync();
        var imported = await RunAsync(other, "import", archive);
        var back = await RunAsync(other, "export", Path.Combine(_folder, "back.zip"));
        await other.DisposeAsync();

        Assert.Equal(0, exported.Code);
        Assert.NotEmpty(HeadsOf(exported.Output));
        Assert.Equal(HeadsOf(exported.Output), HeadsOf(imported.Output));
        Assert.Equal(HeadsOf(exported.Output), HeadsOf(back.Output));
    }

    [Theory]
    [InlineData("ZoneFlow:BaseAddress")]
    [InlineData("ZoneFlow:Mail:From")]
    [InlineData("ZoneFlow:SendGrid:ApiKey")]
    public async Task TheProgram_WithoutASetting_StopsAndNamesIt(string missing)
    {
        var (code, _, error) = await RunAsync(azurite, ["operator-link"], missing);

        Assert.NotEqual(0, code);
        Assert.Contains($"{missing} is missing", error, StringComparison.Ordinal);
    }

    private static string HeadsOf(string output) => Regex.Match(output, "Heads = [0-9A-Fa-f]{64}").Value;

    private Task<(int Code, string Output, string Error)> RunAsync(Azurite store, params string[] arguments) => RunAsync(store, arguments, null);

    private async Task<(int Code, string Output, string Error)> RunAsync(Azurite store, string[] arguments, string? without)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "ZoneFlow.Functions.dll")))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in CloudHead.Settings(store, _mail).Where(s => s.Key != without && s.Value is not null))
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var program = Process.Start(start)!;
        var (output, error) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        return (program.ExitCode, await output, await error);
    }
}
