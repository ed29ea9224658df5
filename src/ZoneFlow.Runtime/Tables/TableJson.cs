using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ZoneFlow.Runtime.Json;

namespace ZoneFlow.Runtime.Tables;

/// <summary>How work that waits is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true, RespectNullableAnnotations = true,
    Converters = [typeof(CaseIdConverter)])]
[JsonSerializable(typeof(PendingWork))]
internal sealed partial class TableJson : JsonSerializerContext
{
    public static TableJson Stored => field ??= new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
