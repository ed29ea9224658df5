using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Documents;

namespace ZoneFlow.Web.Endpoints;

/// <summary>What is answered where something is wrong: problem details to a program (RFC 9457), a page to a person.</summary>
public static class Problems
{
    public static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    public static IResult NotFound(HttpContext http) => Of(http, 404, "not-found", "没有这一页或这个事项。", "There is no such page or case.");

    public static IResult NotAllowed(HttpContext http) => Of(http, 403, "not-allowed", "您无权查看。", "This is not yours to see.");

    public static IResult SignInFirst(HttpContext http) =>
        IsApi(http) || !HttpMethods.IsGet(http.Request.Method)
            ? Of(http, 401, "sign-in", "请先登录。", "Sign in first.")
            : Results.Redirect($"/sign-in?return={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");

    public static IResult BadRequest(HttpContext http, string rule, string zh, string en) => Of(http, 400, rule, zh, en);

    public static IResult MediaType(HttpContext http) => Of(http, 415, "media-type", "不支持这种内容类型。", "This media type is not supported.");

    public static IResult Unscanned(HttpContext http, bool infected) => infected
        ? Of(http, 409, "infected", "该文件未通过病毒检测，已经隔离，不能下载。", "This file did not pass the virus scanner and is handed to nobody.")
        : Of(http, 409, "unscanned", "该文件待检测，检测通过后才能下载。", "This file waits to be scanned and can be downloaded once it has passed.");

    public static IResult Deleted(HttpContext http, DocumentDeletion deletion) => deletion.Archived
        ? Of(http, 410, "archived", $"该文件已随卷宗于{Day(deletion)}归档，不再在线提供。", $"The dossier was archived on {Day(deletion)}; this file is no longer kept here.")
        : Of(http, 410, "deleted", $"该文件已于{Day(deletion)}依申请删除，日志只记其校验值。", $"This file was deleted on request on {Day(deletion)}; the journal keeps its hash alone.");

    public static IResult Parked(HttpContext http) => Of(
        http, 503, "parked", "该事项因系统错误暂停办理，资料完好，管理员已收到通知。", "This case is set aside after an error; nothing is lost and the operator has been told.");

    public static IResult StoreFull(HttpContext http) => Of(
        http, 507, "store-full", "存储空间已满，本次操作没有保存；已办理的事项没有丢失，仍可查看。请联系管理员腾出空间后再试。",
        "The disk is full: nothing of this was saved. What was decided before is safe and can be read. Try again once the operator has made room.");

    private static string Day(DocumentDeletion deletion) => CivilDate.Of(deletion.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static IResult Unexpected(HttpContext http) =>
        Of(http, 500, "unexpected", "系统出错，请稍后再试。", "Something went wrong; try again later.");

    /// <summary>A refusal as an answer: the rule, the words, the article, and what is wrong with each field.</summary>
    public static IResult Refused(HttpContext http, Refusal refusal)
    {
        var status = StatusOf(refusal);
        return IsApi(http) ? Results.Problem(Details(http, status, refusal)) : PageProblems.Refused(status, refusal);
    }

    public static IResult Of(HttpContext http, int status, string rule, string zh, string en) =>
        IsApi(http)
            ? Results.Problem(Details(http, status, new Refusal(rule, zh, en)))
            : PageProblems.Refused(status, new Refusal(rule, zh, en));

    /// <summary>The status that fits a refusal's rule.</summary>
    public static int StatusOf(Refusal refusal) => refusal.Rule switch
    {
        "not-yours" or "second-factor" => StatusCodes.Status403Forbidden,
        "link-used" => StatusCodes.Status410Gone,
        "unreadable" => StatusCodes.Status400BadRequest,
        "no-such-case" or "no-such-mark" => StatusCodes.Status404NotFound,
        "moved-on" or "not-running" or "blocked" or "already-running" or "already-open" or "already-signed" or "standing" or "notice-closed"
            or "form-closed" or "name-taken" => StatusCodes.Status409Conflict,
        "too-many" or "quota" => StatusCodes.Status429TooManyRequests,
        "file-too-large" => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static ProblemDetails Details(HttpContext http, int status, Refusal refusal)
    {
        var details = new ProblemDetails
        {
            Status = status,
            Type = $"urn:zoneflow:{refusal.Rule}",
            Title = refusal.Message.Zh,
            Detail = refusal.Message.En,
            Instance = http.Request.Path,
        };
        details.Extensions["rule"] = refusal.Rule;
        if (refusal.Source is { } source)
        {
            details.Extensions["article"] = source.Article;
            details.Extensions["default"] = source.Default;
        }

        if (refusal.Details.Length > 0)
        {
            details.Extensions["errors"] = refusal.Details
                .Select(d => new ApiError(d.Name, d.Message.Zh, d.Message.En, d.Source?.ToString())).ToArray();
        }

        return details;
    }
}
