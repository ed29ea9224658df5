using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ZoneFlow.Runtime.Documents;

namespace ZoneFlow.Runtime.Tests.Documents;

/// <summary>What the scanner's client makes of answers that no well scanner gives. A real one is asked in the server's tests.</summary>
public sealed class ClamdTests
{
    [Theory]
    [InlineData("stream: OK\0", null)]
    [InlineData("stream: Eicar-Test FOUND\0", "Eicar-Test")]
    [InlineData("stream: A FOUND in B FOUND\0", "A FOUND in B")]
    public async Task Answer_OfItsKind_IsRead(string answer, string? finding)
    {
        var result = await AskAsync(answer, readAll: true);
        Assert.Equal(finding, (result as ScanResult.Infected)?.Finding);
        Assert.True(finding is not null || result is ScanResult.Clean);
    }

    [Theory]
    [InlineData("")]
    [InlineData("INSTREAM size limit exceeded. ERROR\0")]
    [InlineData("stream: Can't allocate memory ERROR\0")]
    [InlineData("stream: OK but not really\0")]
    [InlineData("UNKNOWN COMMAND\0")]
    public async Task Answer_OfNoKind_IsAScannerThatCouldNotLook(string answer) =>
        await Assert.ThrowsAsync<IOException>(() => AskAsync(answer, readAll: true));

    [Fact]
    public async Task Answer_GivenBeforeTheEnd_IsNotTakenForClean() =>
        await Assert.ThrowsAsync<IOException>(() => AskAsync("stream: OK\0", readAll: false));

    [Fact]
    public async Task Silence_EndsInTime()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var error = await Assert.ThrowsAsync<IOException>(() =>
            new Clamd(listener.LocalEndpoint, TimeSpan.FromMilliseconds(200)).ScanAsync(new MemoryStream([1]), CancellationToken.None));
        Assert.Contains("in time", error.Message, StringComparison.Ordinal);
    }

    private static async Task<ScanResult> AskAsync(string answer, bool readAll)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, answer, readAll);
        // More than any socket holds, so that hanging up early is noticed.
        var asked = new Clamd(listener.LocalEndpoint, TimeSpan.FromSeconds(20)).ScanAsync(new MemoryStream(new byte[32 << 20]), CancellationToken.None);
        await serving;
        return await asked;
    }

    private static async Task ServeAsync(TcpListener listener, string answer, bool readAll)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var line = client.GetStream();
        var (command, length) = (new byte["zINSTREAM\0".Length], new byte[4]);
        await line.ReadExactlyAsync(command);
        Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));
        while (readAll)
        {
            await line.ReadExactlyAsync(length);
            var piece = BinaryPrimitives.ReadUInt32BigEndian(length);
            if (piece == 0)
            {
                break;
            }

            await line.ReadExactlyAsync(new byte[piece]);
        }

        await line.WriteAsync(Encoding.UTF8.GetBytes(answer));
    }
}
