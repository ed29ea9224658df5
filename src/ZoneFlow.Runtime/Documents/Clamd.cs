using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ZoneFlow.Runtime.Documents;

/// <summary>
/// Asks clamd over its INSTREAM: a length before each piece, an empty piece at the end, one line as the answer. Nothing of an
/// upload is told to it but its bytes. Whatever is neither clean nor found is a scanner that could not look.
/// </summary>
public sealed class Clamd
{
    private const int Piece = 64 << 10;
    private const int LongestAnswer = 4 << 10;
    private readonly EndPoint _at;
    private readonly TimeSpan _longest;

    /// <param name="at">An address and port, or a socket of this machine.</param>
    /// <param name="longest">After this long it counts as one that cannot be reached.</param>
    public Clamd(EndPoint at, TimeSpan longest) => (_at, _longest) = (at, longest);

    /// <exception cref="IOException">It cannot be reached, did not answer in time, or could not look.</exception>
    public async Task<ScanResult> ScanAsync(Stream content, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(_longest);
        try
        {
            using var socket = _at is UnixDomainSocketEndPoint
                ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                : new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(_at, late.Token);
            await using var line = new NetworkStream(socket);
            var cut = await SendAsync(line, content, late.Token);
            return Read(await AnswerAsync(line, late.Token), cut);
        }
        catch (SocketException unreachable)
        {
            throw new IOException($"The scanner cannot be reached: {unreachable.Message}", unreachable);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("The scanner did not answer in time.");
        }
    }

    // One that has seen enough hangs up while we still send; why, it has said already.
    private static async Task<IOException?> SendAsync(NetworkStream line, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            await line.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
            var buffer = new byte[sizeof(uint) + Piece];
            for (int count; (count = await content.ReadAsync(buffer.AsMemory(sizeof(uint), Piece), cancellationToken)) > 0;)
            {
                BinaryPrimitives.WriteUInt32BigEndian(buffer, (uint)count);
                await line.WriteAsync(buffer.AsMemory(0, sizeof(uint) + count), cancellationToken);
            }

            await line.WriteAsync(new byte[sizeof(uint)], cancellationToken);
            return null;
        }
        catch (IOException cut)
        {
            return cut;
        }
    }

    private static async Task<string> AnswerAsync(NetworkStream line, CancellationToken cancellationToken)
    {
        var (answer, buffer) = (new StringBuilder(), new byte[512]);
        try
        {
            for (int count; answer.Length < LongestAnswer && (count = await line.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                answer.Append(Encoding.UTF8.GetString(buffer, 0, count));
                if (buffer.AsSpan(0, count).Contains((byte)0))
                {
                    break;
                }
            }
        }
        catch (IOException) when (answer.Length > 0)
        {
            // It hung up behind its answer.
        }

        return answer.ToString().TrimEnd('\0', '\n');
    }

    private static ScanResult Read(string answer, IOException? cut) => answer switch
    {
        "stream: OK" when cut is null => new ScanResult.Clean(),
        _ when answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal) =>
            new ScanResult.Infected(answer["stream: ".Length..^" FOUND".Length]),
        "" => throw new IOException("The scanner hung up without an answer.", cut),
        _ => throw new IOException($"The scanner could not look: {answer}", cut),
    };
}
