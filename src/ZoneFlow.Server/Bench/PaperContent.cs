using System.Net;

namespace ZoneFlow.Server.Bench;

/// <summary>A PDF of any length that is never held in memory.</summary>
internal sealed class PaperContent(long length) : HttpContent
{
    private static readonly byte[] Head = "%PDF-1.4\n"u8.ToArray();
    private static readonly byte[] Tail = "\nstartxref\n0\n%%EOF\n"u8.ToArray();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var piece = new byte[64 << 10];
        Array.Fill(piece, (byte)' ');
        await stream.WriteAsync(Head);
        for (var left = length - Head.Length - Tail.Length; left > 0; left -= piece.Length)
        {
            await stream.WriteAsync(piece.AsMemory(0, (int)Math.Min(left, piece.Length)));
        }

        await stream.WriteAsync(Tail);
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }
}
