using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Demo;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>A demonstration's mailbox, clock and people. On a real installation there are no such addresses.</summary>
internal static class DemoPages
{
    private const int MostYears = 60;

    public static void MapDemoPages(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<DemoMode>().IsOn)
        {
            return;
        }

        routes.MapGet(SitePaths.Mailbox, MailboxAsync).OpenToAll();
        routes.MapGet(SitePaths.Mailbox + "/{name}", MailAsync).OpenToAll();
        routes.MapGet(SitePaths.Clock, ClockAsync).OpenToAll();
        routes.MapPost(SitePaths.Clock, MoveAsync).OpenToAll();
        routes.MapGet(SitePaths.Personas, PersonasAsync).OpenToAll();
        routes.MapPost(SitePaths.Personas + "/{person}", BecomeAsync).OpenToAll();
    }

    private static async Task<IResult> MailboxAsync(HttpContext http, DemoMailbox mailbox, Frames frames) =>
        await PageResults.PageAsync<MailboxPage, MailboxModel>(new MailboxModel(
            await frames.OfAsync(http),
            [.. (await mailbox.ListAsync(http.RequestAborted)).Select(m => new MailLine(
                m.To, m.ToName, m.Subject, m.At, $"{SitePaths.Mailbox}/{Uri.EscapeDataString(m.Name)}"))]));

    private static async Task<IResult> MailAsync(HttpContext http, string name, DemoMailbox mailbox, Frames frames) =>
        await mailbox.ReadAsync(name, http.RequestAborted) is { } mail
            ? await PageResults.PageAsync<MailViewPage, MailViewModel>(new MailViewModel(
                await frames.OfAsync(http), mail.From, mail.ToName.Length > 0 ? $"{mail.ToName} <{mail.To}>" : mail.To, mail.Subject, mail.At, mail.MessageId,
                mail.Text, SitePaths.Mailbox))
            : Problems.NotFound(http);

    private static async Task<IResult> ClockAsync(HttpContext http, DemoViews views) =>
        await PageResults.PageAsync<ClockPage, ClockModel>(await views.ClockAsync(http, "", null));

    private static async Task<IResult> MoveAsync(
        HttpContext http, Desk desk, FormIntake intake, DemoViews views, DemoClock clock, ICaseStore store, Rulebooks rulebooks, TimeProvider time)
    {
        var typed = (await intake.ReadAsync(http, desk.NewConfiding())).Typed;
        var now = time.GetUtcNow();
        var (to, refusal) = typed.One("move") switch
        {
            "next" => (await NextAsync(store, http.RequestAborted) is { } next ? (next > now ? next : now) : (DateTimeOffset?)null, NothingDue),
            "day" => (now.AddDays(1), null),
            "to" => ToDate(typed.One("date"), now, rulebooks.Opening),
            _ => (null, new Refusal("inputs-wrong", "请选择怎样调时钟。", "Say how the clock is to move.")),
        };
        if (to is not { } instant)
        {
            return await PageResults.PageAsync<ClockPage, ClockModel>(
                await views.ClockAsync(http, typed.One("date") ?? "", refusal), StatusCodes.Status422UnprocessableEntity);
        }

        await clock.MoveToAsync(instant);
        return SeeOther.To(SitePaths.Clock);
    }

    private static async Task<IResult> PersonasAsync(HttpContext http, DemoViews views) =>
        await PageResults.PageAsync<PersonasPage, PersonasModel>(await views.PersonasAsync(http));

    private static async Task<IResult> BecomeAsync(HttpContext http, string person, DemoPeople people, SignIns signIns, ShellOptions options)
    {
        var (found, roles) = (await people.AllAsync(http.RequestAborted)).FirstOrDefault(p => p.Person.Person.Value == person);
        if (found is null)
        {
            return Problems.NotFound(http);
        }

        await SessionCookie.PutAsync(http, await signIns.BeginAsync(found.Person, found.Party, Access.BrowserFamily.Of(http.Request.Headers.UserAgent), http.RequestAborted), signIns, options);
        return SeeOther.To(roles.Count == 1 && roles[0] == Actor.OperatorRole ? SitePaths.Parties : SitePaths.Worklist);
    }

    // The next thing that happens by itself: a date of a case, or a mail that waits for the office to open.
    private static async Task<DateTimeOffset?> NextAsync(ICaseStore store, CancellationToken cancellationToken)
    {
        var (due, effect) = (await store.NextDueAsync(cancellationToken), await store.NextEffectAsync(cancellationToken));
        return due is null || effect < due ? effect : due;
    }

    private static Refusal NothingDue => new("nothing-due", "没有期限会到期。", "Nothing will fall due.");

    private static (DateTimeOffset? To, Refusal? Refusal) ToDate(string? text, DateTimeOffset now, TimeOnly opening)
    {
        if (!CivilDate.TryParse(text, out var day))
        {
            return (null, Wrong($"没有“{text}”这一天，请按2025-04-22的格式填写。", $"There is no date \"{text}\"; write it as 2025-04-22."));
        }

        var instant = CivilDate.At(day, opening);
        return instant <= now ? (null, Wrong("时钟只能往前调。", "The clock only moves forward."))
            : day > CivilDate.Of(now).AddYears(MostYears) ? (null, Wrong($"一次最多调{MostYears}年。", $"At most {MostYears} years at once."))
            : (instant, null);
    }

    private static Refusal Wrong(string zh, string en) =>
        new("inputs-wrong", new Label(zh, en), null, [new RefusalDetail("date", new Label(zh, en))]);
}
