using System.Diagnostics;

namespace ZoneFlow.TestKit.Parts;

/// <summary>Runs another program on what ours has made.</summary>
public static class OtherProgram
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>What it wrote, and how it ended.</summary>
    public static async Task<(int Exit, string Output, string Errors)> RunAsync(string program, IEnumerable<string> arguments, byte[]? input = null, string? folder = null)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.BaseStream.WriteAsync(input ?? []);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Longest);
        return (process.ExitCode, await output, await errors);
    }
}
