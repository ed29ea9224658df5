using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;

namespace ZoneFlow.Web.Api;

/// <summary>Panels: seats, scores, and stepping back.</summary>
internal static class PanelApi
{
    public static Task<IResult> SeatAsync(HttpContext http, CaseAtHand at, string procedure, Desk desk, Rulebooks rulebooks, TimeProvider time) =>
        SendAsync(
            http, at, desk, rulebooks, time, ApiJson.Default.SeatsRequest,
            (asked, _) => new SignalBody.SeatExperts(procedure, asked.Visit, [.. asked.Experts.Select(e => new PartyId(e))]));

    public static Task<IResult> RecuseAsync(HttpContext http, CaseAtHand at, string procedure, Desk desk, Rulebooks rulebooks, TimeProvider time) =>
        SendAsync(
            http, at, desk, rulebooks, time, ApiJson.Default.RecusalRequest,
            (asked, confiding) => new SignalBody.Recuse(procedure, asked.Visit, confiding.Take("reason", asked.Reason)));

    public static Task<IResult> ScoreAsync(HttpContext http, CaseAtHand at, string procedure, Desk desk, Rulebooks rulebooks, TimeProvider time) =>
        SendAsync(
            http, at, desk, rulebooks, time, ApiJson.Default.ScoreRequest,
            (asked, confiding) => new SignalBody.GiveScore(
                procedure, asked.Visit, asked.Subject ?? at.State.Id.Value, asked.Scores, confiding.TakeIfGiven("text", asked.Opinion)));

    private static async Task<IResult> SendAsync<T>(
        HttpContext http, CaseAtHand at, Desk desk, Rulebooks rulebooks, TimeProvider time, JsonTypeInfo<T> type, Func<T, Confiding, SignalBody> body)
    {
        var (asked, bytes) = await ApiBody.ReadAsync(http, type);
        var (request, problem) = ApiRequest.Of(http, desk, time, bytes);
        if (request is null)
        {
            return problem!;
        }

        var confiding = desk.NewConfiding();
        var answer = await desk.SendAsync(
            request.Signal, at.State.Id, request.ReceivedAt, at.Caller.Actor, body(asked, confiding), confiding, request.Asked, http.RequestAborted);
        return await ApiAnswers.AnsweredAsync(http, answer, at.Caller, rulebooks, time);
    }
}
