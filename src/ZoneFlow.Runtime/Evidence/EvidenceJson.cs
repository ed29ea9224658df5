using System.Text.Json.Serialization;
using ZoneFlow.Runtime.Json;

namespace ZoneFlow.Runtime.Evidence;

/// <summary>How roots, keys and proofs are written, in the store and in what people take away.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(CaseIdConverter), typeof(ContentHashConverter)])]
[JsonSerializable(typeof(DailyRoot))]
[JsonSerializable(typeof(RootKey))]
[JsonSerializable(typeof(InclusionProof))]
[JsonSerializable(typeof(PublishedRoots))]
public sealed partial class EvidenceJson : JsonSerializerContext;
