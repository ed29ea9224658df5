using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.TestKit.Scanning;

/// <summary>
/// A real clamd on loopback that knows one signature: the words of the EICAR test file, which stand nowhere in this tree and are put
/// together here. It can be stopped and started again on its port.
/// </summary>
public sealed class ClamdServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("zoneflow-clamd-");
    private Process? process;

    public int Port { get; } = FreePort();

    /// <summary>What it finds.</summary>
    public const string Finding = "ZoneFlow.Eicar-Test.UNOFFICIAL";

    /// <summary>The words that it knows, harmless by themselves.</summary>
    public static string Words => string.Join('-', "$EICAR", "STANDARD", "ANTIVIRUS", "TEST", "FILE!$");

    /// <param name="most">The longest stream it takes, in megabytes.</param>
    public async Task StartAsync(int most = 60)
    {
        var signatures = folder.CreateSubdirectory("signatures");
        await File.WriteAllTextAsync(Path.Combine(signatures.FullName, "test.ndb"), $"ZoneFlow.Eicar-Test:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Words))}\n");
        var configuration = Path.Combine(folder.FullName, "clamd.conf");
        await File.WriteAllTextAsync(
            configuration,
            $"Foreground yes\nTCPSocket {Port}\nTCPAddr 127.0.0.1\nDatabaseDirectory {signatures.FullName}\nTemporaryDirectory {folder.FullName}\nStreamMaxLength {most}M\nMaxThreads 2\nSelfCheck 0\n");
        process = Process.Start(new ProcessStartInfo(NeedsClamdAttribute.Program, [$"--config-file={configuration}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var errors = process.StandardError.ReadToEndAsync();
        using var late = new CancellationTokenSource(Patience);
        while (!await AnswersAsync(late.Token))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"clamd did not start: {await errors}");
            }

            await Task.Delay(20, late.Token);
        }
    }

    public async Task StopAsync()
    {
        if (process is { } running)
        {
            process = null;
            running.Kill();
            await running.WaitForExitAsync();
            running.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        folder.Delete(true);
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);
            await client.GetStream().WriteAsync("zPING\0"u8.ToArray(), cancellationToken);
            var answer = new byte[5];
            await client.GetStream().ReadExactlyAsync(answer, cancellationToken);
            return true;
        }
        catch (Exception notYet) when (notYet is SocketException or IOException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
