using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using ZoneFlow.Web.Endpoints;

namespace ZoneFlow.Web.Api;

/// <summary>The JSON of the interface: strict about what it does not know, so that a misspelt field is not lost in silence.</summary>
[JsonSourceGenerationOptions(
    System.Text.Json.JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(SessionAnswer))]
[JsonSerializable(typeof(OpenZoneRequest))]
[JsonSerializable(typeof(OpenRoundRequest))]
[JsonSerializable(typeof(AnswersRequest))]
[JsonSerializable(typeof(ActionRequest))]
[JsonSerializable(typeof(SeatsRequest))]
[JsonSerializable(typeof(RecusalRequest))]
[JsonSerializable(typeof(ScoreRequest))]
[JsonSerializable(typeof(ObjectionRequest))]
[JsonSerializable(typeof(ObjectionAnswer))]
[JsonSerializable(typeof(DocumentAnswer))]
[JsonSerializable(typeof(IReadOnlyList<DocumentAnswer>))]
[JsonSerializable(typeof(ApiCase))]
[JsonSerializable(typeof(IReadOnlyList<ApiEntry>))]
[JsonSerializable(typeof(ApiExplanation))]
[JsonSerializable(typeof(IReadOnlyList<ApiZone>))]
[JsonSerializable(typeof(IReadOnlyList<ApiNotice>))]
[JsonSerializable(typeof(IReadOnlyList<ApiTask>))]
[JsonSerializable(typeof(IReadOnlyList<ApiPolicy>))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(IReadOnlyList<ApiIndicator>))]
[JsonSerializable(typeof(RosterRequest))]
[JsonSerializable(typeof(ApiRoster))]
[JsonSerializable(typeof(ApiError[]))]
public sealed partial class ApiJson : JsonSerializerContext;
