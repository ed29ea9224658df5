using System.Text;

namespace ZoneFlow.Runtime.SignIn;

/// <summary>Base 32 of RFC 4648 without padding, as authenticator apps write secrets.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(((bytes.Length * 8) + 4) / 5);
        var (bits, count) = (0, 0);
        foreach (var next in bytes)
        {
            (bits, count) = ((bits << 8) | next, count + 8);
            for (; count >= 5; count -= 5)
            {
                text.Append(Alphabet[(bits >> (count - 5)) & 31]);
            }

            bits &= (1 << count) - 1;
        }

        return count == 0 ? text.ToString() : text.Append(Alphabet[(bits << (5 - count)) & 31]).ToString();
    }

    /// <summary>Forgives case, spaces, hyphens and padding, since people copy secrets by hand.</summary>
    public static bool TryDecode(string text, out byte[] bytes)
    {
        var decoded = new List<byte>(text.Length * 5 / 8);
        var (bits, count) = (0, 0);
        foreach (var sign in text.TrimEnd('='))
        {
            if (sign is ' ' or '-')
            {
                continue;
            }

            var value = Alphabet.IndexOf(char.ToUpperInvariant(sign), StringComparison.Ordinal);
            if (value < 0)
            {
                bytes = [];
                return false;
            }

            (bits, count) = ((bits << 5) | value, count + 5);
            if (count >= 8)
            {
                decoded.Add((byte)(bits >> (count - 8)));
                count -= 8;
            }

            bits &= (1 << count) - 1;
        }

        bytes = [.. decoded];
        return bits == 0 && count < 5;
    }
}
