using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Intake;

namespace ZoneFlow.Web.Api;

/// <summary>What anybody may read and do.</summary>
internal static class PublicApi
{
    public static async Task<IResult> ZonesAsync(Registers registers, CancellationToken cancellationToken) =>
        Results.Json(
            (IReadOnlyList<ApiZone>)
            [
                .. (await registers.PublicZonesAsync(cancellationToken)).Select(z => new ApiZone(
                    z.Id.Value, z.Number, z.Title, z.Region, ApiCases.Text(z.StandingLabel), z.Since.ToString("yyyy-MM-dd", null))),
            ],
            ApiJson.Default.IReadOnlyListApiZone);

    public static async Task<IResult> NoticesAsync(Registers registers, TimeProvider time, CancellationToken cancellationToken)
    {
        var today = CivilDate.Of(time.GetUtcNow());
        return Results.Json(
            (IReadOnlyList<ApiNotice>)
            [
                .. (await registers.NoticesAsync(200, cancellationToken)).Select(n => new ApiNotice(
                    n.Case.Value, n.Procedure, n.Title, n.Issuer, n.From.ToString("yyyy-MM-dd", null), n.Last.ToString("yyyy-MM-dd", null), today <= n.Last,
                    [.. n.Entries.Select(e => new ApiNoticeEntry(e.Key, e.Title))])),
            ],
            ApiJson.Default.IReadOnlyListApiNotice);
    }

    public static async Task<IResult> ObjectAsync(
        HttpContext http, CaseAtHand at, string name, string key, Objections objections, Desk desk, TimeProvider time)
    {
        var (asked, bytes) = await ApiBody.ReadAsync(http, ApiJson.Default.ObjectionRequest);
        var (request, problem) = ApiRequest.Of(http, desk, time, bytes);
        if (request is null)
        {
            return problem!;
        }

        var (receipt, refusal) = await objections.MakeAsync(
            request.Signal, at.State.Id, $"{name}/{key}", asked.Entry, asked.Name, asked.Contact, asked.Text, [], desk.NewConfiding(),
            request.ReceivedAt, request.Asked, http);
        return refusal is not null
            ? Problems.Refused(http, refusal)
            : Results.Json(new ObjectionAnswer(receipt, request.ReceivedAt), ApiJson.Default.ObjectionAnswer, statusCode: 201);
    }
}
