using System.Diagnostics;

namespace ZoneFlow.Server.Tests.Kills;

/// <summary>A command of the built program as a process of its own, which may be killed.</summary>
internal static class ChildCommand
{
    /// <summary>Runs it to its end, or to the named point at which it ends itself; answers its exit code and what it said.</summary>
    public static async Task<(int Code, string Said)> RunAsync(string? crashAt, params string[] arguments)
    {
        using var process = Start(crashAt, arguments);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    /// <summary>Runs it and kills it after so long, unless it has ended; answers whether it was killed.</summary>
    public static async Task<bool> KilledAfterAsync(TimeSpan delay, params string[] arguments)
    {
        using var process = Start(null, arguments);
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(delay));
        var alive = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync();
        await said;
        return alive;
    }

    private static Process Start(string? crashAt, string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_gcServer"] = "0", ["DOTNET_TieredPGO"] = "0", ["ZONEFLOW_CRASH_AT"] = crashAt ?? "" },
        };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "zoneflow.dll")))
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
