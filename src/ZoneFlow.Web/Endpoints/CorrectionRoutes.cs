using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Work;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Putting a wrong date, standing or ban right, by a recorded act with its paper.</summary>
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

        var (body, refusal) = Read(posted, at.State);
        if (body is not null)
        {
            var answer = await desk.SendProvenAsync(
                posted.Signal, at.State.Id, posted.ReceivedAt, at.Actor, body, posted.Confiding, posted.Asked, posted.Typed.One("code"), at.Holder, posted.Device, http.RequestAborted);
            if (await ActionWork.AfterAsync(http, at, posted, answer, outcomes) is { } done)
            {
                return done;
            }

            refusal = answer.Refusal;
        }

        return await PageAsync(await pages.OfAsync(http, at, posted.Typed, refusal), refusal);
    }

    private static (SignalBody? Body, Refusal? Refusal) Read(PostedPage posted, CaseState state)
    {
        var typed = posted.Typed;
        var wrong = new List<RefusalDetail>();
        foreach (var name in (string[])["what", "slot", "reason"])
        {
            if (typed.One(name) is null)
            {
                wrong.Add(new RefusalDetail(name, Required));
            }
        }

        if (posted.Form.Refusal is { } unfit)
        {
            wrong.AddRange(unfit.Details.Select(d => d with { Name = "file" }));
        }
        else if (posted.Form.Files is not [_])
        {
            wrong.Add(new RefusalDetail("file", Required));
        }

        var what = What(typed, state, wrong);
        if (wrong.Count > 0)
        {
            return (null, Forms.Wrong(wrong));
        }

        var reason = posted.Confiding.Take("reason", typed.One("reason")!);
        return (what!(reason, [posted.Form.Files[0] with { Slot = typed.One("slot")! }]), null);
    }

    /// <summary>What is put right, once its reason and papers are known; null where something of it cannot be read.</summary>
    private static Func<Confided, ImmutableArray<FiledDocument>, SignalBody>? What(Typed typed, CaseState state, List<RefusalDetail> wrong)
    {
        switch (typed.One("what") ?? "")
        {
            case var mark when mark.StartsWith(CorrectionPages.OfMark, StringComparison.Ordinal):
                return Day(typed, "date", null, wrong) is { } date
                    ? (reason, papers) => new SignalBody.CorrectMark(mark[CorrectionPages.OfMark.Length..], date, reason, papers)
                    : null;
            case var ban when ban.StartsWith(CorrectionPages.OfBan, StringComparison.Ordinal):
                // A number that is no ban of the case is for the core to refuse.
                var number = int.TryParse(ban.AsSpan(CorrectionPages.OfBan.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
                var was = state.Bans.ElementAtOrDefault(number - 1);
                var (first, last) = (Day(typed, "first", was?.First ?? default, wrong), Day(typed, "last", was?.Last ?? default, wrong));
                return first is { } from && last is { } until
                    ? (reason, papers) => new SignalBody.CorrectBan(number, typed.One("subject") ?? was?.Subject ?? "", from, until, typed.One("lift") is not null, reason, papers)
                    : null;
            case var standing:
                var name = standing.StartsWith(CorrectionPages.OfStanding, StringComparison.Ordinal) ? standing[CorrectionPages.OfStanding.Length..] : standing;
                return (reason, papers) => new SignalBody.CorrectStanding(name, reason, papers);
        }
    }

    // A day as typed; what is left blank is as it was, or has to be given.
    private static DateOnly? Day(Typed typed, string name, DateOnly? was, List<RefusalDetail> wrong)
    {
        if (typed.One(name) is not { } text)
        {
            if (was is null)
            {
                wrong.Add(new RefusalDetail(name, Required));
            }

            return was;
        }

        if (CivilDate.TryParse(text, out var day))
        {
            return day;
        }

        wrong.Add(new RefusalDetail(name, new Label($"没有“{text}”这一天，请按2025-04-22的格式填写。", $"There is no date \"{text}\"; write it as 2025-04-22.")));
        return null;
    }

    private static Task<IResult> PageAsync(CorrectionModel model, Refusal? refused) =>
        PageResults.PageAsync<CorrectionPage, CorrectionModel>(model, refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused));
}
