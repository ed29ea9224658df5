using System.Net;
using System.Net.Sockets;

namespace ZoneFlow.Runtime.Documents;

/// <summary>The settings ZoneFlow:Scanner: clamd, by a socket of this machine or by host and port. None where both are left out.</summary>
public sealed class ScannerSettings
{
    public string? Host { get; set; }

    public int Port { get; set; } = 3310;

    /// <summary>A socket such as /run/clamav/clamd.ctl.</summary>
    public string? Socket { get; set; }

    /// <summary>How many seconds one upload's scan may take.</summary>
    public int Seconds { get; set; } = 60;

    public ContentScanner Scanner()
    {
        if (Socket is not { Length: > 0 } && Host is not { Length: > 0 })
        {
            return ScanResult.NoScanner;
        }

        EndPoint at = Socket is { Length: > 0 } path ? new UnixDomainSocketEndPoint(path)
            : IPAddress.TryParse(Host, out var address) ? new IPEndPoint(address, Port)
            : new DnsEndPoint(Host!, Port);
        return new Clamd(at, TimeSpan.FromSeconds(Seconds)).ScanAsync;
    }
}
