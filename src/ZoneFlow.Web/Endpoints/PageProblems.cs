using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Pages.Outcomes;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>What is wrong, as a page.</summary>
internal sealed class PageProblems(int status, Refusal refusal) : IResult
{
    public static IResult Refused(int status, Refusal refusal) => new PageProblems(status, refusal);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var frame = await httpContext.RequestServices.GetRequiredService<Frames>().OfAsync(httpContext);
        var model = new ProblemModel(frame, Kind(), refusal, httpContext.TraceIdentifier, status == 401 ? ReturnPaths.SignInFrom(httpContext) : null);
        var page = await PageResults.PageAsync<ProblemPage, ProblemModel>(model, status);
        await page.ExecuteAsync(httpContext);
    }

    private ProblemKind Kind() => status switch
    {
        400 => ProblemKind.Invalid,
        401 => ProblemKind.SignInNeeded,
        403 when refusal.Rule == "not-allowed" => ProblemKind.NotAllowed,
        404 => ProblemKind.NotFound,
        413 => ProblemKind.TooLarge,
        429 => ProblemKind.TooMany,
        503 => ProblemKind.Parked,
        >= 500 => ProblemKind.Error,
        _ => ProblemKind.Refused,
    };
}
