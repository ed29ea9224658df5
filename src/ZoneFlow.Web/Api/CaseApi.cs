using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Intake;

namespace ZoneFlow.Web.Api;

/// <summary>Opening cases, and reading them.</summary>
internal static class CaseApi
{
    public static async Task<IResult> PoliciesAsync(Office office, CancellationToken cancellationToken) =>
        Results.Json(
            (IReadOnlyList<ApiPolicy>)
            [
                .. (await office.InUseAsync(cancellationToken)).Select(p => new ApiPolicy(p.Id, p.Revision.Hash, ApiCases.Text(p.Title), p.Issuer, p.Regions)),
            ],
            ApiJson.Default.IReadOnlyListApiPolicy);

    public static async Task<IResult> WorklistAsync(Caller caller, Registers registers, CancellationToken cancellationToken) =>
        Results.Json(
            (IReadOnlyList<ApiTask>)
            [
                .. (await registers.TasksAsync(caller.Actor, cancellationToken)).Select(t => new ApiTask(
                    t.Case.Value, t.Number, t.Title, t.Procedure, t.Visit, ApiCases.Text(t.StageLabel), t.Last?.ToString("yyyy-MM-dd", null), t.Missed)),
            ],
            ApiJson.Default.IReadOnlyListApiTask);

    public static async Task<IResult> OpenZoneAsync(HttpContext http, Caller caller, CaseOpening opening, Desk desk, Rulebooks rulebooks, TimeProvider time)
    {
        var (asked, bytes) = await ApiBody.ReadAsync(http, ApiJson.Default.OpenZoneRequest);
        return await OpenAsync(http, caller, opening, desk, rulebooks, time, bytes, CaseKinds.Zone, asked.Policy, asked.Name, asked.Region, asked.With ?? Alone);
    }

    public static async Task<IResult> OpenRoundAsync(HttpContext http, Caller caller, CaseOpening opening, Desk desk, Rulebooks rulebooks, TimeProvider time)
    {
        var (asked, bytes) = await ApiBody.ReadAsync(http, ApiJson.Default.OpenRoundRequest);
        return await OpenAsync(http, caller, opening, desk, rulebooks, time, bytes, CaseKinds.Round, asked.Policy, asked.Title, null, Alone);
    }

    public static async Task<IResult> OpenPlanAsync(HttpContext http, Caller caller, CaseOpening opening, Desk desk, Rulebooks rulebooks, TimeProvider time)
    {
        var (asked, bytes) = await ApiBody.ReadAsync(http, ApiJson.Default.OpenRoundRequest);
        return await OpenAsync(http, caller, opening, desk, rulebooks, time, bytes, CaseKinds.Plan, asked.Policy, asked.Title, null, Alone);
    }

    public static async Task<IResult> PlanAsync(CaseAtHand at, Showing.PlanPages pages, TimeProvider time, CancellationToken cancellationToken) =>
        Results.Json(await pages.IndicatorsAsync(Showing.AtWork.Of(at, time), cancellationToken), ApiJson.Default.IReadOnlyListApiIndicator);

    public static IResult ShowAsync(CaseAtHand at, TimeProvider time) => ApiAnswers.Case(at.State, at.Rules, at.Caller, time);

    public static async Task<IResult> JournalAsync(CaseAtHand at, ICaseStore store, CancellationToken cancellationToken)
    {
        var entries = await store.JournalAsync(at.State.Id, 0, int.MaxValue, cancellationToken);
        return Results.Json(
            (IReadOnlyList<ApiEntry>)
            [
                .. entries.Select(stored =>
                {
                    var entry = JournalText.Read(stored.Bytes.Span);
                    return new ApiEntry(
                        entry.Sequence, entry.At, entry.Cause, [.. entry.Changes.Select(c => ApiCases.Text(Narration.Of(at.Pack, c)))],
                        Convert.ToHexStringLower(stored.Hash.Span));
                }),
            ],
            ApiJson.Default.IReadOnlyListApiEntry);
    }

    public static async Task<IResult> DocumentsAsync(CaseAtHand at, Dossiers dossiers, CancellationToken cancellationToken)
    {
        var deletions = await dossiers.DeletedAsync(at.State.Id, cancellationToken);
        return Results.Json(
            (IReadOnlyList<DocumentAnswer>)
            [
                .. (await dossiers.DocumentsAsync(at.State.Id, cancellationToken)).Select(d => new DocumentAnswer(
                    d.Row.Document.Slot, d.Row.Document.Version, d.Row.Document.Content.ToString(), d.Row.Document.Size, d.Row.Document.MediaType, d.Name,
                    d.Row.At) { DeletedAt = deletions.GetValueOrDefault(d.Row.Document.Content)?.At }),
            ],
            ApiJson.Default.IReadOnlyListDocumentAnswer);
    }

    public static async Task<IResult> ExplainAsync(HttpContext http, CaseAtHand at, string deadline, ICaseStore store) =>
        (DeadlineDays.Find(at.State, deadline) ?? await DeadlineDays.PastAsync(store, at.State.Id, deadline, http.RequestAborted)) is { } due
            ? Results.Json(
                new ApiExplanation(
                    ApiCases.Of(at.State.Id, due), due.Day0.ToString("yyyy-MM-dd", null), due.Anchor, due.Budget?.ToString(), due.Calendar,
                    [
                        .. DeadlineDays.Of(due, at.Rules.Calendar).Select(d => new ApiDay(
                            d.Date.ToString("yyyy-MM-dd", null), d.Step.ToString(), d.Reason.Kind.ToString(), d.Reason.Festival, d.Number)),
                    ]),
                ApiJson.Default.ApiExplanation)
            : Problems.NotFound(http);

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Alone { get; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    private static async Task<IResult> OpenAsync(
        HttpContext http, Caller caller, CaseOpening opening, Desk desk, Rulebooks rulebooks, TimeProvider time, byte[] bytes, string kind, string policy,
        string title, string? region, ImmutableSortedDictionary<string, ImmutableArray<string>> with)
    {
        var (request, problem) = ApiRequest.Of(http, desk, time, bytes);
        if (request is null)
        {
            return problem!;
        }

        var answer = await opening.OpenAsync(caller, request.Signal, kind, policy, title, region, with, request.Asked, http.RequestAborted);
        return await ApiAnswers.AnsweredAsync(http, answer, caller, rulebooks, time, StatusCodes.Status201Created);
    }
}
