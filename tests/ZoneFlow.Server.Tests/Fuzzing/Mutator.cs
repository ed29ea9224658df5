using System.Text;

namespace ZoneFlow.Server.Tests.Fuzzing;

/// <summary>
/// Spoils inputs: the same seed spoils them the same way, so a finding comes again. Each input is one of the corpus with a few
/// changes of a byte, a stretch or a word that programs are known to stumble over.
/// </summary>
internal sealed class Mutator(ulong seed, IReadOnlyList<byte[]> corpus)
{
    private const int Longest = 64 << 10;

    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "\0", "\r\n", "\n", "\"", "'", "\\", "/", "../", "..\\", "%00", "%2e%2e%2f", "%C0%AF", "%u0000", "{", "}", "[", "]", "[[[[[[[[", "{\"a\":", "&a", "*a", "<<: *a", "!!python/object", "---", "<", ">", "<script>",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hosts\">]>", "&b;", "=1+1", "@SUM(A1)", "-1", "0", "1e999", "NaN", "null", "true", "2147483648", "-9223372036854775809", "99999999999999999999", "9999-12-31", "0000-00-00", "2025-02-30", "10000-01-01",
            "\u202e", "\u0000", "\ufeff", "\u2028", "\ud83d\ude00", "é", "İ", "ß", "０", "　", "名", "a\u0301", ";", ",", "=", "?", "#", "%", "+", "&", "--", "Content-Length: 1", "boundary=", "filename*=UTF-8''%e2%80%ae", "Bearer ", "null\0", "$where", "' OR 1=1--", "{{7*7}}", "PK\u0003\u0004", "PK\u0005\u0006", "%PDF-1.7", "%%EOF",
        }.Select(Encoding.UTF8.GetBytes),
        [0xff, 0xfe], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0xff, 0xd8, 0xff], [0xff, 0xff, 0xff, 0xff], [0x7f, 0xff, 0xff, 0xff], [0x80, 0, 0, 0],
    ];

    private ulong state = (seed * 0x9E3779B97F4A7C15) | 1;

    public int Under(int most)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return most <= 1 ? 0 : (int)((state >> 11) % (ulong)most);
    }

    public byte[] Next()
    {
        var bytes = new List<byte>(corpus[Under(corpus.Count)]);
        for (var changes = 1 + Under(4); changes > 0; changes--)
        {
            Change(bytes);
        }

        return bytes.Count > Longest ? [.. bytes.Take(Longest)] : [.. bytes];
    }

    public string NextText() => Encoding.UTF8.GetString(Next());

    private void Change(List<byte> bytes)
    {
        var at = Under(bytes.Count + 1);
        var length = Math.Min(1 + Under(Under(8) == 0 ? 400 : 12), bytes.Count - at);
        switch (Under(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << Under(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)Under(256);
                break;
            case 2 when length > 0:
                bytes.RemoveRange(at, length);
                break;
            case 3 when length > 0:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4:
                bytes.InsertRange(at, Words[Under(Words.Length)]);
                break;
            case 5 when length > 0:
                bytes.RemoveRange(at, length);
                bytes.InsertRange(at, Words[Under(Words.Length)]);
                break;
            case 6:
                var other = corpus[Under(corpus.Count)];
                var from = Under(other.Length + 1);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(Under(200), other.Length - from)));
                break;
            case 7 when Under(20) == 0:
                bytes.InsertRange(at, Enumerable.Repeat(Words[Under(Words.Length)], 1 + Under(300)).SelectMany(w => w));
                break;
            case 7 when at < bytes.Count && Under(3) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                bytes.Insert(at, (byte)Under(256));
                break;
        }
    }
}
