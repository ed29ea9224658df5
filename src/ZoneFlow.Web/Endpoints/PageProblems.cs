using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Web.Endpoints;

/// <summary>What is wrong, as a page.</summary>
internal static class PageProblems
{
    public static IResult Refused(HttpContext http, int status, Refusal refusal) =>
        Results.Text($"{refusal.Message.Zh} {refusal.Message.En}", "text/plain", statusCode: status);
}
