using System.Buffers;
using System.Buffers.Binary;

namespace ZoneFlow.Server.Sqlite.Packing;

/// <summary>
/// A text as a store keeps it: the dictionary's number, the length, and then in turn bytes of its own, parts that stood
/// before (in the dictionary or in itself), and digits. Digests and ids are the most of what is a text's own, and take
/// half their room as bytes.
/// </summary>
/// <remarks>
/// 0nnnnnnn: n + 1 bytes follow. 10nnnnnn: n + 4 bytes follow, two lowercase digits each. 11000000: 16 bytes follow, a
/// UUID in lowercase. 11nnnnnn: n + 3 bytes from so far back as the next two bytes say; where n is 63 a number follows
/// that is added to its length.
/// </remarks>
internal static class PackedText
{
    private const int MostText = 32_000;
    private const int MostLiteral = 128;
    private const int LeastHex = 4;
    private const int MostHex = LeastHex + 0x3F;
    private const int LeastMatch = 4;
    private const int LongMatch = 66;
    private const int UuidDigits = 36;
    private const byte HexTag = 0x80;
    private const byte UuidTag = 0xC0;
    private const byte MatchTag = 0xC0;

    /// <summary>The packed text; null where it would not be shorter.</summary>
    public static byte[]? Pack(PackDictionary dictionary, ReadOnlySpan<byte> text)
    {
        if (text.Length is < 32 or > MostText)
        {
            return null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(text.Length + 64);
        try
        {
            var packing = new PackWriter(dictionary, text, buffer.AsSpan(0, text.Length));
            return packing.Run() ? packing.Written.ToArray() : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The number of the dictionary that a text was packed with.</summary>
    public static long DictionaryOf(ReadOnlySpan<byte> packed) => Number(packed, out _);

    /// <exception cref="InvalidDataException">It is no packed text of this dictionary.</exception>
    public static byte[] Unpack(PackDictionary dictionary, ReadOnlySpan<byte> packed)
    {
        try
        {
            var id = Number(packed, out var at);
            var length = Number(packed[at..], out var more);
            if (id != dictionary.Id || length > MostText)
            {
                throw new InvalidDataException("A packed text is damaged.");
            }

            var text = new byte[length];
            Unpack(dictionary.Bytes, packed[(at + more)..], text);
            return text;
        }
        catch (Exception damaged) when (damaged is ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("A packed text is damaged.", damaged);
        }
    }

    private static void Unpack(ReadOnlySpan<byte> dictionary, ReadOnlySpan<byte> from, Span<byte> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var tag = from[0];
            from = from[1..];
            if (tag < HexTag)
            {
                from[..(tag + 1)].CopyTo(text[at..]);
                at += tag + 1;
                from = from[(tag + 1)..];
            }
            else if (tag == UuidTag)
            {
                new Guid(from[..16], bigEndian: true).TryFormat(text[at..], out _);
                at += UuidDigits;
                from = from[16..];
            }
            else if (tag < MatchTag)
            {
                var bytes = (tag & 0x3F) + LeastHex;
                Convert.TryToHexStringLower(from[..bytes], text[at..(at + (2 * bytes))], out _);
                at += 2 * bytes;
                from = from[bytes..];
            }
            else
            {
                var back = BinaryPrimitives.ReadUInt16LittleEndian(from);
                from = from[sizeof(ushort)..];
                var length = (tag & 0x3F) + 3;
                if (length == LongMatch)
                {
                    length += (int)Number(from, out var more);
                    from = from[more..];
                }

                Copy(dictionary, text, at, at - back, length);
                at += length;
            }
        }

        if (at != text.Length || !from.IsEmpty)
        {
            throw new InvalidDataException("A packed text is damaged.");
        }
    }

    // What stands before the text's first byte is the dictionary's end. A part may reach over its own beginning.
    private static void Copy(ReadOnlySpan<byte> dictionary, Span<byte> text, int at, int source, int length)
    {
        if (source < 0)
        {
            var some = Math.Min(length, -source);
            dictionary.Slice(dictionary.Length + source, some).CopyTo(text[at..]);
            (at, source, length) = (at + some, 0, length - some);
        }

        if (at + length > text.Length || (length > 0 && source >= at))
        {
            throw new InvalidDataException("A packed text is damaged.");
        }

        for (var i = 0; i < length; i++)
        {
            text[at + i] = text[source + i];
        }
    }

    internal static long Number(ReadOnlySpan<byte> from, out int length)
    {
        var number = 0L;
        for (length = 0; length < 9; length++)
        {
            number |= (long)(from[length] & 0x7F) << (7 * length);
            if (from[length] < 0x80)
            {
                length++;
                return number;
            }
        }

        throw new InvalidDataException("A packed text is damaged.");
    }

    /// <summary>One text on its way into a buffer that is as long as it; what does not fit is not worth packing.</summary>
    private ref struct PackWriter(PackDictionary dictionary, ReadOnlySpan<byte> text, Span<byte> buffer)
    {
        private const int LocalBits = 10;
        private readonly PackDictionary _dictionary = dictionary;
        private readonly ReadOnlySpan<byte> _text = text;
        private readonly Span<byte> _buffer = buffer;
        private int _written;

        public readonly ReadOnlySpan<byte> Written => _buffer[.._written];

        public bool Run()
        {
            Span<ushort> local = stackalloc ushort[1 << LocalBits];
            local.Clear();
            if (!Number(_dictionary.Id) || !Number(_text.Length))
            {
                return false;
            }

            var (at, own, hexFrom) = (0, 0, 0);
            while (at < _text.Length)
            {
                var (back, length) = Before(at, local);
                if (at >= hexFrom && Digits(at) is var digits && digits > 0)
                {
                    hexFrom = at + digits;
                    if (digits >= 2 * LeastHex && length < digits && (digits >= 16 || length < LeastMatch || IsUuid(at)))
                    {
                        if (!Literal(own, at) || !Hex(at, digits, out var taken))
                        {
                            return false;
                        }

                        own = at += taken;
                        hexFrom = at;
                        continue;
                    }
                }

                if (length < LeastMatch)
                {
                    at++;
                    continue;
                }

                if (!Literal(own, at) || !Match(back, length))
                {
                    return false;
                }

                own = at += length;
            }

            return Literal(own, at);
        }

        // The longest part that has stood before, in the dictionary or in the text itself.
        private readonly (int Back, int Length) Before(int at, Span<ushort> local)
        {
            var rest = _text[at..];
            if (rest.Length < LeastMatch)
            {
                return (0, 0);
            }

            var (place, length) = _dictionary.Longest(rest);
            var back = _dictionary.Bytes.Length - place + at;
            var hash = (int)((BinaryPrimitives.ReadUInt32LittleEndian(rest) * 2_654_435_761u) >> (32 - LocalBits));
            if (local[hash] is > 0 and var earlier && _text[(earlier - 1)..].CommonPrefixLength(rest) is var common && common > length)
            {
                (back, length) = (at - earlier + 1, common);
            }

            local[hash] = (ushort)(at + 1);
            return (back, length);
        }

        private readonly int Digits(int at)
        {
            var end = at;
            while (end < _text.Length && IsDigit(_text[end]))
            {
                end++;
            }

            return end - at;
        }

        private readonly bool IsUuid(int at) =>
            _text.Length - at >= UuidDigits && _text[at + 8] == '-' && _text[at + 13] == '-' && _text[at + 18] == '-' && _text[at + 23] == '-'
            && AreDigits(at, 8) && AreDigits(at + 9, 4) && AreDigits(at + 14, 4) && AreDigits(at + 19, 4) && AreDigits(at + 24, 12);

        private readonly bool AreDigits(int at, int count)
        {
            for (var i = at; i < at + count; i++)
            {
                if (!IsDigit(_text[i]))
                {
                    return false;
                }
            }

            return true;
        }

        private static bool IsDigit(byte digit) => digit is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'f');

        private bool Literal(int from, int to)
        {
            for (; from < to; from += MostLiteral)
            {
                var count = Math.Min(MostLiteral, to - from);
                if (!Fits(count + 1))
                {
                    return false;
                }

                _buffer[_written++] = (byte)(count - 1);
                _text.Slice(from, count).CopyTo(_buffer[_written..]);
                _written += count;
            }

            return true;
        }

        private bool Hex(int at, int digits, out int taken)
        {
            if (IsUuid(at))
            {
                taken = UuidDigits;
                if (!Fits(17))
                {
                    return false;
                }

                _buffer[_written++] = UuidTag;
                Guid.Parse(_text.Slice(at, UuidDigits)).TryWriteBytes(_buffer[_written..], bigEndian: true, out _);
                _written += 16;
                return true;
            }

            var bytes = Math.Min(digits / 2, MostHex);
            taken = 2 * bytes;
            if (!Fits(bytes + 1))
            {
                return false;
            }

            _buffer[_written++] = (byte)(HexTag | (bytes - LeastHex));
            Convert.FromHexString(_text.Slice(at, taken), _buffer[_written..], out _, out _);
            _written += bytes;
            return true;
        }

        private bool Match(int back, int length)
        {
            if (!Fits(3))
            {
                return false;
            }

            var inTag = Math.Min(length, LongMatch);
            _buffer[_written++] = (byte)(MatchTag | (inTag - 3));
            BinaryPrimitives.WriteUInt16LittleEndian(_buffer[_written..], (ushort)back);
            _written += sizeof(ushort);
            return inTag < LongMatch || Number(length - LongMatch);
        }

        private bool Number(long number)
        {
            if (!Fits(9))
            {
                return false;
            }

            for (; number >= 0x80; number >>= 7)
            {
                _buffer[_written++] = (byte)(number | 0x80);
            }

            _buffer[_written++] = (byte)number;
            return true;
        }

        private readonly bool Fits(int bytes) => _written + bytes < _buffer.Length;
    }
}
