using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Endpoints;

namespace ZoneFlow.Web.Api;

/// <summary>The routes of the JSON interface.</summary>
public static class ApiEndpoints
{
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("ZoneFlow");

        api.MapPost("/sign-in", SignInApi.RequestAsync).OpenToAll().Accepts<SignInRequest>("application/json").Produces(202).WithSummary("Mails a sign-in link");
        api.MapPost("/sign-in/{token}", SignInApi.ConfirmAsync).OpenToAll().Produces<SessionAnswer>().WithSummary("Begins a session");
        api.MapDelete("/session", SignInApi.EndAsync).NeedsSignIn().Produces(204).WithSummary("Ends the session");

        api.MapGet("/zones", PublicApi.ZonesAsync).OpenToAll().Produces<IReadOnlyList<ApiZone>>().WithSummary("The public register");
        api.MapGet("/notices", PublicApi.NoticesAsync).OpenToAll().Produces<IReadOnlyList<ApiNotice>>().WithSummary("Public notices, latest first");
        api.MapPost("/cases/{id}/notices/{name}/{key}/objections", PublicApi.ObjectAsync).Shows(View.Notice)
            .Accepts<ObjectionRequest>("application/json").Produces<ObjectionAnswer>(201).WithSummary("Objects to an entry of a notice");

        api.MapGet("/policies", CaseApi.PoliciesAsync).NeedsSignIn().Produces<IReadOnlyList<ApiPolicy>>().WithSummary("The policies in use");
        api.MapGet("/worklist", CaseApi.WorklistAsync).NeedsSignIn().Produces<IReadOnlyList<ApiTask>>().WithSummary("The caller's open tasks");
        api.MapPost("/zones", CaseApi.OpenZoneAsync).NeedsSignIn().Accepts<OpenZoneRequest>("application/json").Produces<ApiCase>(201).WithSummary("Opens an application");
        api.MapPost("/rounds", CaseApi.OpenRoundAsync).NeedsSignIn().Accepts<OpenRoundRequest>("application/json").Produces<ApiCase>(201).WithSummary("Opens a round");
        api.MapPost("/plans", CaseApi.OpenPlanAsync).NeedsSignIn().Accepts<OpenRoundRequest>("application/json").Produces<ApiCase>(201).WithSummary("Opens a plan");
        api.MapGet("/cases/{id}/plan", CaseApi.PlanAsync).Shows(View.Plan).Produces<IReadOnlyList<ApiIndicator>>().WithSummary("How a plan's indicators stand");
        api.MapGet("/cases/{id}", CaseApi.ShowAsync).Shows(View.Progress).Produces<ApiCase>().WithSummary("Where a case is, who holds it, by when, and what the caller may do");
        api.MapGet("/cases/{id}/journal", CaseApi.JournalAsync).Shows(View.Journal).Produces<IReadOnlyList<ApiEntry>>().WithSummary("The journal");
        api.MapGet("/cases/{id}/documents", CaseApi.DocumentsAsync).Shows(View.Documents).Produces<IReadOnlyList<DocumentAnswer>>().WithSummary("The documents filed");
        api.MapGet("/cases/{id}/documents/{slot}/{version:int}", Downloads.FileAsync).Shows(View.Documents).Produces(200).WithSummary("A document's bytes");
        api.MapGet("/cases/{id}/deadlines/{**deadline}", CaseApi.ExplainAsync).Shows(View.Progress).Produces<ApiExplanation>().WithSummary("How a deadline was computed");
        api.MapPut("/cases/{id}/answers", FilingApi.SaveAnswersAsync).Shows(View.Answers).Accepts<AnswersRequest>("application/json").Produces<ApiCase>().WithSummary("Keeps answers on the form");
        api.MapGet("/cases/{id}/rosters/{roster}", RosterApi.ShowAsync).Shows(View.Answers).Produces<ApiRoster>().WithSummary("A roster: its members, what is counted from it, which conditions are not met");
        api.MapPost("/cases/{id}/rosters/{roster}", RosterApi.FileAsync).Shows(View.Answers).Accepts<RosterRequest>("application/json").Produces<ApiRoster>().WithSummary("Files who has come onto a roster, who has left it and what is to be put right");
        api.MapPost("/cases/{id}/documents", FilingApi.FileAsync).Shows(View.Progress).Accepts<IFormFile>("multipart/form-data").Produces<DocumentAnswer>(201).WithSummary("Files a document for the stage at hand");
        api.MapPost("/cases/{id}/actions/{action}", FilingApi.ActAsync).Shows(View.Acting).Accepts<ActionRequest>("application/json", "multipart/form-data").Produces<ApiCase>().WithSummary("Takes an action");
        api.MapPost("/cases/{id}/panels/{**procedure}", PanelApi.SeatAsync).Shows(View.Progress).Accepts<SeatsRequest>("application/json").Produces<ApiCase>().WithSummary("Names a panel's experts");
        api.MapPost("/cases/{id}/scores/{**procedure}", PanelApi.ScoreAsync).Shows(View.Progress).Accepts<ScoreRequest>("application/json").Produces<ApiCase>().WithSummary("Gives a score");
        api.MapPost("/cases/{id}/recusals/{**procedure}", PanelApi.RecuseAsync).Shows(View.Progress).Accepts<RecusalRequest>("application/json").Produces<ApiCase>().WithSummary("Steps back from a panel");
    }
}
