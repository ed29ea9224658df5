using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ZoneFlow.Server.Commands;

/// <summary>
/// JSON lines in, JSON lines out, in the same order. Answers go out whenever the input has nothing more at hand, so that a program
/// that writes one line and waits for its answer gets it.
/// </summary>
internal sealed class DeadlineBatch(KnownCalendars calendars) : IDisposable
{
    private const int MaxLine = 1 << 20;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly ArrayBufferWriter<byte> _answers = new(1 << 17);
    private readonly Utf8JsonWriter _json = new(Stream.Null, Options);

    /// <summary>A line longer than a mebibyte ends the batch: it is no question.</summary>
    public void Run(Stream questions, TextWriter answers)
    {
        var buffer = new byte[1 << 16];
        var held = 0;
        while (true)
        {
            var read = questions.Read(buffer, held, buffer.Length - held);
            held += read;
            var lines = buffer.AsSpan(0, held);
            while (lines.IndexOf((byte)'\n') is >= 0 and var end)
            {
                Answer(lines[..end]);
                lines = lines[(end + 1)..];
            }
            if (read == 0)
            {
                Answer(lines);
                Flush(answers);
                return;
            }
            held = lines.Length;
            lines.CopyTo(buffer);
            Flush(answers);
            if (held == buffer.Length)
            {
                if (held >= MaxLine)
                {
                    throw new InvalidDataException($"A line is longer than {MaxLine} bytes.");
                }
                Array.Resize(ref buffer, held * 2);
            }
        }
    }

    public void Dispose() => _json.Dispose();

    private void Answer(ReadOnlySpan<byte> line)
    {
        line = line.TrimStart("\uFEFF"u8).Trim(" \t\r"u8);
        if (line.IsEmpty)
        {
            return;
        }
        _json.Reset(_answers);
        _json.WriteStartObject();
        var id = "null"u8;
        string? error;
        try
        {
            var words = DeadlineBatchLine.Read(line, ref id);
            WriteId(id);
            if (DeadlineQuestion.TryRead(words, out var question, out error))
            {
                error = WriteAnswer(question);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            WriteId(id);
            // The reader's own messages count lines and bytes of this one line, which tells nobody anything.
            error = e is JsonException { LineNumber: null } ? e.Message : "The line is not JSON.";
        }
        if (error is not null)
        {
            _json.WriteString("error"u8, error);
        }
        _json.WriteEndObject();
        _json.Flush();
        _answers.Write("\n"u8);
    }

    private void WriteId(ReadOnlySpan<byte> id)
    {
        _json.WritePropertyName("id"u8);
        _json.WriteRawValue(id, skipInputValidation: true);
    }

    private string? WriteAnswer(DeadlineQuestion question)
    {
        if (calendars.AsOf(question.AsOf) is not { } calendar)
        {
            return $"No notice had been published by {question.AsOf:yyyy-MM-dd}.";
        }
        var date = question.Answer(calendar);
        Span<byte> text = stackalloc byte[25];
        WriteDay(date.Last, text);
        _json.WriteString("last"u8, text[..10]);
        WriteDay(date.Last.AddDays(1), text);
        "T00:00:00+08:00"u8.CopyTo(text[10..]);
        _json.WriteString("dueAt"u8, text);
        _json.WriteBoolean("provisional"u8, date.Provisional);
        _json.WriteString("calendar"u8, calendar.Revision);
        return null;
    }

    private static void WriteDay(DateOnly day, Span<byte> text) => day.TryFormat(text, out _, "O");

    private void Flush(TextWriter answers)
    {
        if (_answers.WrittenCount > 0)
        {
            answers.Write(Encoding.UTF8.GetString(_answers.WrittenSpan));
            answers.Flush();
            _answers.ResetWrittenCount();
        }
    }
}
