using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Endpoints;

namespace ZoneFlow.Web.Api;

/// <summary>What a writing request is answered: the case as it now stands, or why it was refused.</summary>
internal static class ApiAnswers
{
    public static IResult Case(CaseState state, Rulebook rules, Caller caller, TimeProvider time, int status = StatusCodes.Status200OK) =>
        Results.Json(ApiCases.Of(state, rules, caller, time.GetUtcNow()), ApiJson.Default.ApiCase, statusCode: status);

    public static async Task<IResult> AnsweredAsync(
        HttpContext http, Answer answer, Caller caller, Rulebooks rulebooks, TimeProvider time, int status = StatusCodes.Status200OK) =>
        answer.Refusal is { } refusal
            ? Problems.Refused(http, refusal)
            : Case(answer.State!, await rulebooks.ForAsync(answer.State!.Pack, http.RequestAborted), caller, time, status);
}
