using System.Text.Json;

namespace ZoneFlow.Server.Commands;

/// <summary>Reads one JSON object of a batch. Strict: an unknown or repeated key is an error, as a mistyped one must not pass for absent.</summary>
internal static class DeadlineBatchLine
{
    /// <summary>The id as it was written, quotes and all; kept even when the rest of the line is wrong.</summary>
    /// <exception cref="JsonException">Anything wrong, in words.</exception>
    public static DeadlineQuestion.Words Read(ReadOnlySpan<byte> line, ref ReadOnlySpan<byte> id)
    {
        var reader = new Utf8JsonReader(line);
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
        {
            throw new JsonException("A line must be one JSON object.");
        }
        var words = new DeadlineQuestion.Words();
        var seen = 0;
        string? wrong = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var key = KeyOf(ref reader);
            if (key == 0)
            {
                wrong ??= $"A line has no key '{reader.GetString()}'.";
            }
            else if ((seen & (1 << key)) != 0)
            {
                wrong ??= $"The key '{reader.GetString()}' stands twice.";
            }
            seen |= 1 << key;
            reader.Read();
            if (key == 1)
            {
                id = IdOf(ref reader, line);
            }
            else if (key > 1 && reader.TokenType is not JsonTokenType.Null)
            {
                wrong ??= Take(ref reader, key, ref words);
            }
            reader.Skip();
        }
        // Reading on refuses whatever follows the object.
        reader.Read();
        return wrong is null ? words : throw new JsonException(wrong);
    }

    private static int KeyOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("id"u8) ? 1
        : reader.ValueTextEquals("from"u8) ? 2
        : reader.ValueTextEquals("by"u8) ? 3
        : reader.ValueTextEquals("before"u8) ? 4
        : reader.ValueTextEquals("period"u8) ? 5
        : reader.ValueTextEquals("roll"u8) ? 6
        : reader.ValueTextEquals("countFirstDay"u8) ? 7
        : reader.ValueTextEquals("asOf"u8) ? 8
        : 0;

    private static ReadOnlySpan<byte> IdOf(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> line) =>
        reader.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.Null
            ? line[(int)reader.TokenStartIndex..(int)reader.BytesConsumed]
            : throw new JsonException("An id must be a string or a number.");

    private static string? Take(ref Utf8JsonReader reader, int key, ref DeadlineQuestion.Words words)
    {
        if (key is 6 or 7)
        {
            if (FlagOf(ref reader, key) is not { } flag)
            {
                return key == 6
                    ? "roll must be true or false, or next-working-day or none as in a policy."
                    : "countFirstDay must be true or false.";
            }
            words = key == 6 ? words with { Roll = flag } : words with { CountFirstDay = flag };
            return null;
        }
        if (reader.TokenType is not JsonTokenType.String)
        {
            return "from, by, before, period and asOf must be strings.";
        }
        var text = reader.GetString();
        words = key switch
        {
            2 => words with { From = text },
            3 => words with { By = text },
            4 => words with { Before = text },
            5 => words with { Period = text },
            _ => words with { AsOf = text },
        };
        return null;
    }

    private static bool? FlagOf(ref Utf8JsonReader reader, int key) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String when key == 6 && reader.ValueTextEquals("none"u8) => false,
        JsonTokenType.String when key == 6 && reader.ValueTextEquals("next-working-day"u8) => true,
        _ => null,
    };
}
