using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using ZoneFlow.Functions.Stores;

namespace ZoneFlow.Functions.Tests.Stores;

/// <summary>Azurite on loopback ports of its own, in memory: npm's package in the folder that ZONEFLOW_AZURITE names, or tests/tools.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private const string Account = "devstoreaccount1";

    // The emulator's key, the same for everybody and no secret: its own documentation prints it.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private readonly int _blobs = FreePort();
    private readonly int _queues = FreePort();
    private readonly int _tables = FreePort();
    private Process? _process;
    private long _requests;

    /// <summary>How many requests it has answered, as the service would bill them.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    public string Connection =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{_blobs}/{Account};QueueEndpoint=http://127.0.0.1:{_queues}/{Account};TableEndpoint=http://127.0.0.1:{_tables}/{Account};";

    public TableClient Table() => Table(new TableClientOptions());

    public TableClient Table(TableClientOptions options) => new(Connection, $"t{Guid.NewGuid():N}", options.Patient());

    public BlobContainerClient Container() => new(Connection, $"c{Guid.NewGuid():N}", new BlobClientOptions().Patient());

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[]
        {
            Script(), "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck", "--blobHost", "127.0.0.1", "--blobPort", $"{_blobs}",
            "--queueHost", "127.0.0.1", "--queuePort", $"{_queues}", "--tableHost", "127.0.0.1", "--tablePort", $"{_tables}",
        })
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Interlocked.Add(ref _requests, line.Data?.Contains("HTTP/1.1\"", StringComparison.Ordinal) == true ? 1 : 0);
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var deadline = DateTime.UtcNow.AddSeconds(30); !(IsOpen(_blobs) && IsOpen(_queues) && IsOpen(_tables));)
        {
            Assert.False(_process.HasExited, "Azurite ended at its start.");
            Assert.True(DateTime.UtcNow < deadline, "Azurite does not answer.");
            await Task.Delay(50);
        }
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

    private static bool IsOpen(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
