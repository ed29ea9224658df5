using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using ZoneFlow.Functions.Stores;

namespace ZoneFlow.Functions.Tests.Stores;

/// <summary>Azurite on loopback ports that it takes and names itself, in memory: npm's package in the folder that ZONEFLOW_AZURITE names, or tests/tools.</summary>
public sealed partial class Azurite : IAsyncLifetime
{
    private const string Account = "devstoreaccount1";

    // The emulator's key, the same for everybody and no secret: its own documentation prints it.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private readonly ConcurrentDictionary<string, string> _ports = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;
    private long _requests;

    /// <summary>How many requests it has answered, as the service would bill them.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    public string Connection =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{_ports["Blob"]}/{Account};QueueEndpoint=http://127.0.0.1:{_ports["Queue"]}/{Account};TableEndpoint=http://127.0.0.1:{_ports["Table"]}/{Account};";

    public TableClient Table() => Table(new TableClientOptions());

    public TableClient Table(TableClientOptions options) => new(Connection, $"t{Guid.NewGuid():N}", options.Patient());

    public BlobContainerClient Container() => new(Connection, $"c{Guid.NewGuid():N}", new BlobClientOptions().Patient());

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[]
        {
            Script(), "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck", "--blobHost", "127.0.0.1", "--blobPort", "0",
            "--queueHost", "127.0.0.1", "--queuePort", "0", "--tableHost", "127.0.0.1", "--tablePort", "0",
        })
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _listens.TrySetException(new InvalidOperationException("Azurite ended at its start."));
        _process.OutputDataReceived += (_, line) => Hear(line.Data ?? "");
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await _listens.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    public Task DisposeAsync()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.Dispose();
        return Task.CompletedTask;
    }

    private static string Script()
    {
        var folder = Environment.GetEnvironmentVariable("ZONEFLOW_AZURITE");
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); folder is null && above is not null; above = above.Parent)
        {
            var tools = Path.Combine(above.FullName, "tests", "tools");
            folder = Directory.Exists(tools) ? tools : null;
        }

        var script = Path.Combine(folder ?? "", "node_modules", "azurite", "dist", "src", "azurite.js");
        return File.Exists(script) ? script : throw new FileNotFoundException("npm's azurite is not installed: npm install --prefix tests/tools --no-save azurite@3.35.0.", script);
    }

    private void Hear(string line)
    {
        if (line.Contains("HTTP/1.1\"", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _requests);
        }
        else if (Listening().Match(line) is { Success: true } service)
        {
            _ports[service.Groups[1].Value] = service.Groups[2].Value;
            if (_ports.Count == 3)
            {
                _listens.TrySetResult();
            }
        }
    }

    [GeneratedRegex(@"^Azurite (\w+) service is successfully listening at http://127\.0\.0\.1:(\d+)")]
    private static partial Regex Listening();

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
