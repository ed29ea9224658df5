using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZoneFlow.Runtime.SendGrid;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SendGridEvent[]))]
[JsonSerializable(typeof(Undelivered))]
internal sealed partial class SendGridJson : JsonSerializerContext
{
    public static SendGridJson Stored => field ??= new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
