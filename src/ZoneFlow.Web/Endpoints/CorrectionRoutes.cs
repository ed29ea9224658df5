using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Work;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Putting a wrong date or standing right, by a recorded act with its paper.</summary>
internal static class CorrectionRoutes
{
    private static readonly Label Required = new("必填。", "Required.");

    public static async Task<IResult> ShowAsync(HttpContext http, CaseAtHand at, CorrectionPages pages, TimeProvider time)
    {
        var work = AtWork.Of(at, time);
        return CorrectionPages.IsFor(work) ? await PageAsync(await pages.OfAsync(http, work, Typed.Nothing, null), null) : Problems.NotAllowed(http);
    }

    public static async Task<IResult> TakeAsync(
        HttpContext http, CaseAtHand hand, PageIntake intake, CorrectionPages pages, OutcomePages outcomes, Desk desk, TimeProvider time)
    {
        var at = AtWork.Of(hand, time);
        if (!CorrectionPages.IsFor(at))
        {
            return Problems.NotAllowed(http);
        }

        var (posted, problem) = await intake.ReadAsync(http, at.Holder);
        if (posted is null)
        {
            return problem!;
        }

        var (body, refusal) = Read(posted);
        if (body is not null)
        {
            var answer = await desk.SendProvenAsync(
                posted.Signal, at.State.Id, posted.ReceivedAt, at.Actor, body, posted.Confiding, posted.Asked, posted.Typed.One("code"), http.RequestAborted);
            if (await ActionWork.AfterAsync(http, at, posted, answer, outcomes) is { } done)
            {
                return done;
            }

            refusal = answer.Refusal;
        }

        return await PageAsync(await pages.OfAsync(http, at, posted.Typed, refusal), refusal);
    }

    private static (SignalBody? Body, Refusal? Refusal) Read(PostedPage posted)
    {
        var typed = posted.Typed;
        var what = typed.One("what");
        var wrong = new List<RefusalDetail>();
        foreach (var name in (string[])["what", "slot", "reason"])
        {
            if (typed.One(name) is null)
            {
                wrong.Add(new RefusalDetail(name, Required));
            }
        }

        DateOnly date = default;
        if (what?.StartsWith(CorrectionPages.OfMark, StringComparison.Ordinal) == true && !CivilDate.TryParse(typed.One("date") ?? "", out date))
        {
            wrong.Add(new RefusalDetail("date", typed.One("date") is { } text
                ? new Label($"没有“{text}”这一天，请按2025-04-22的格式填写。", $"There is no date \"{text}\"; write it as 2025-04-22.")
                : Required));
        }

        if (posted.Form.Refusal is { } unfit)
        {
            wrong.AddRange(unfit.Details.Select(d => d with { Name = "file" }));
        }
        else if (posted.Form.Files is not [_])
        {
            wrong.Add(new RefusalDetail("file", Required));
        }

        if (wrong.Count > 0)
        {
            return (null, Forms.Wrong(wrong));
        }

        var reason = posted.Confiding.Take("reason", typed.One("reason")!);
        ImmutableArray<FiledDocument> papers = [posted.Form.Files[0] with { Slot = typed.One("slot")! }];
        return what!.StartsWith(CorrectionPages.OfMark, StringComparison.Ordinal)
            ? (new SignalBody.CorrectMark(what[CorrectionPages.OfMark.Length..], date, reason, papers), null)
            : (new SignalBody.CorrectStanding(what[Math.Min(what.Length, CorrectionPages.OfStanding.Length)..], reason, papers), null);
    }

    private static Task<IResult> PageAsync(CorrectionModel model, Refusal? refused) =>
        PageResults.PageAsync<CorrectionPage, CorrectionModel>(model, refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused));
}
