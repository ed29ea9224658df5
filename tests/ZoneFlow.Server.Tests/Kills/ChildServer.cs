using System.Diagnostics;

namespace ZoneFlow.Server.Tests.Kills;

/// <summary>The built program as a process of its own, which is killed and started again over one folder.</summary>
internal sealed class ChildServer(string data, string address) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    public string Address { get; } = address;

    /// <summary>Done while the server answers.</summary>
    public Task Ready => _ready.Task;

    /// <param name="crashAt">The named point at which it is to end itself, as its environment says.</param>
    public async Task StartAsync(string? crashAt)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "zoneflow.dll"), "serve", "--demo", "--data", data, "--urls", Address },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_gcServer"] = "0", ["DOTNET_TieredPGO"] = "0", ["ZONEFLOW_CRASH_AT"] = crashAt ?? "" },
        };
        _process = Process.Start(start)!;
        _ = _process.StandardError.ReadToEndAsync();
        var started = _process;
        var up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = Task.Run(async () =>
        {
            while (await started.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("ZoneFlow ", StringComparison.Ordinal))
                {
                    up.TrySetResult();
                }
            }

            up.TrySetResult();
        });
        await up.Task.WaitAsync(Patience);
        _ready.TrySetResult();
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await GoneAsync();
    }

    /// <summary>Waits for the process to have ended itself; false where it has not.</summary>
    public async Task<bool> EndsAsync(TimeSpan within)
    {
        try
        {
            await _process!.WaitForExitAsync().WaitAsync(within);
        }
        catch (TimeoutException)
        {
            return false;
        }

        await GoneAsync();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
    }

    private async Task GoneAsync()
    {
        _ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _process!.WaitForExitAsync();
    }
}
