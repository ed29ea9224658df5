using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ZoneFlow.Functions.Hosting;

namespace ZoneFlow.Functions.Triggers;

/// <summary>One trigger an area; each hands over to the one table of routes, and its access table decides. A test holds the areas against that table.</summary>
internal sealed class PageTriggers(CloudPipeline pages)
{
    [Function("home")]
    public Task<IResult> HomeAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{nothing:maxlength(0)?}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.ServeAsync(request.HttpContext, client);

    /// <summary>Applications, cases and their documents.</summary>
    [Function("applications")]
    public Task<IResult> ApplicationsAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "cases/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.ServeAsync(request.HttpContext, client);

    [Function("worklist")]
    public Task<IResult> WorklistAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "worklist/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.ServeAsync(request.HttpContext, client);

    /// <summary>Action links from mails.</summary>
    [Function("actions")]
    public Task<IResult> ActionsAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "actions/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.ServeAsync(request.HttpContext, client);

    [Function("notices")]
    public Task<IResult> NoticesAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "notices/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.ServeAsync(request.HttpContext, client);

    [Function("operator")]
    public Task<IResult> OperatorAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "operator/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.ServeAsync(request.HttpContext, client);

    [Function("api")]
    public Task<IResult> ApiAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.ServeAsync(request.HttpContext, client);

    /// <summary>The register, announcements, sign-in, feeds and whatever else is for all; the host's own addresses are left to it.</summary>
    [Function("public")]
    public Task<IResult> PublicAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{area:regex(^(?!admin$|runtime$|hooks$).+$)}/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        pages.ServeAsync(request.HttpContext, client);
}
