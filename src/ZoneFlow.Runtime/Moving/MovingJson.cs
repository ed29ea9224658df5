using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Moving;

/// <summary>How an archive is written: one JSON object a line.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true, RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = [typeof(CaseIdConverter), typeof(SignalIdConverter)])]
[JsonSerializable(typeof(MovedCase))]
[JsonSerializable(typeof(KeyedRecord))]
[JsonSerializable(typeof(MovingManifest))]
internal sealed partial class MovingJson : JsonSerializerContext
{
    public static MovingJson Stored => field ??= new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
