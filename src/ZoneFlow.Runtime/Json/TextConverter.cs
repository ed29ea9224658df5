using System.Text.Json;
using System.Text.Json.Serialization;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Json;

/// <summary>A value of one text, written as that text.</summary>
internal abstract class TextConverter<T>(Func<string, T> parse, Func<T, string> text) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        parse(reader.GetString() ?? throw new JsonException($"A {typeof(T).Name} is a text."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(text(value));
}

internal sealed class CaseIdConverter() : TextConverter<CaseId>(s => new CaseId(s), v => v.Value);

internal sealed class PartyIdConverter() : TextConverter<PartyId>(s => new PartyId(s), v => v.Value);

internal sealed class PersonIdConverter() : TextConverter<PersonId>(s => new PersonId(s), v => v.Value);

internal sealed class SignalIdConverter() : TextConverter<SignalId>(s => new SignalId(s), v => v.Value);

internal sealed class ConfidedConverter() : TextConverter<Confided>(s => new Confided(s), v => v.Digest);

internal sealed class ContentHashConverter() : TextConverter<ContentHash>(ContentHash.Parse, v => v.ToString());

internal sealed class PeriodConverter() : TextConverter<Period>(Period.Parse, v => v.ToString());
