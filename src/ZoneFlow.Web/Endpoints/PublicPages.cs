using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Public;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>What anybody may read.</summary>
internal static class PublicPages
{
    private const int LatestShown = 5;
    private const int ZonesShown = 25;
    private const int Page = 50;

    // More than an office has open at one time: the home page shows the open ones of the latest.
    private const int LatestNotices = 100;

    public static void MapPublicPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SitePaths.Home, HomeAsync).OpenToAll().IsPublic();
        routes.MapGet(SitePaths.Zones, HomeAsync).OpenToAll().IsPublic();
        routes.MapGet(SitePaths.Zones + "/{id}", ZoneAsync).Shows(View.PublicPage).IsPublic();
        routes.MapGet(SitePaths.Zones + "/{id}/published/{slot}/{version:int}", Downloads.PublishedAsync).Shows(View.Notice);
        routes.MapGet(SitePaths.Notices, NoticesAsync).OpenToAll().IsPublic();
        routes.MapGet(SitePaths.Announcements, AnnouncementsAsync).OpenToAll().IsPublic();
        routes.MapGet(Papers.PaperStyles.Path, () => Results.Text(Papers.PaperStyles.Text, "text/css; charset=utf-8")).OpenToAll().IsPublic(forEver: true);
        routes.MapGet(Styles.Path, () => Results.Text(Styles.Text, "text/css; charset=utf-8")).OpenToAll().IsPublic(forEver: true);
        routes.MapGet(Scripts.Page.Path, () => Results.Text(Scripts.Page.Text, "text/javascript; charset=utf-8")).OpenToAll().IsPublic(forEver: true);
        routes.MapNoticePages();
    }

    private static async Task<IResult> HomeAsync(
        HttpContext http, string? q, string? after, Registers registers, Notices notices, Announcements announcements, Frames frames)
    {
        var search = q?.Trim() ?? "";
        var (zones, more) = await ZonesAsync(registers, search, after, WorklistPages.From(http, "from"), http.RequestAborted);
        var (running, _, _) = await notices.PageAsync(null, LatestNotices, http.RequestAborted);
        var latest = await announcements.LatestAsync(LatestShown, http.RequestAborted);
        return await PageResults.PageAsync<HomePage, HomeModel>(new HomeModel(await frames.OfAsync(http), [.. zones], running, latest)
        {
            Search = search,
            More = more is null ? null : $"{SitePaths.Home}?{more}#register",
        });
    }

    // A page of the register, or of what is sought in it, and what the next one is asked for with; null where there is none.
    private static async Task<(IEnumerable<ZoneLine> Zones, string? More)> ZonesAsync(
        Registers registers, string search, string? after, int from, CancellationToken cancellationToken)
    {
        if (search.Length == 0)
        {
            var (zones, last) = await registers.PublicZonesAsync(after, ZonesShown, cancellationToken);
            return (zones.Select(Line), last is null ? null : $"after={Uri.EscapeDataString(last)}");
        }

        var (found, next) = await registers.SearchPublicAsync(search, from, ZonesShown, cancellationToken);
        return (found.Select(Line), next is null ? null : $"q={Uri.EscapeDataString(search)}&from={next}");
    }

    private static ZoneLine Line(Runtime.Projection.CaseSummary zone) =>
        new(zone.Number, zone.Title, zone.Region, zone.StandingLabel, zone.Final, zone.Since, Views.PublicHref(zone.Id));

    private static async Task<IResult> ZoneAsync(
        HttpContext http, CaseAtHand at, Registers registers, Notices notices, Announcements announcements, Frames frames)
    {
        if (at.State.Kind != CaseKinds.Zone)
        {
            return Problems.NotFound(http);
        }

        var list = await registers.PublicAsync(at.Pack, at.State.Kind, http.RequestAborted);
        var (running, closed) = await notices.OfCaseAsync(at.State.Id, http.RequestAborted);
        return await PageResults.PageAsync<ZonePublicPage, ZonePublicModel>(new ZonePublicModel(
            await frames.OfAsync(http), Head(at, list), IsPublic(at) && list.Shows(PublicFact.Issuer) ? at.Pack.Issuer : null, Dates(at.Pack, at.State, list),
            [.. running, .. closed], await announcements.OfCaseAsync(at.State.Id, http.RequestAborted)));
    }

    private static async Task<IResult> NoticesAsync(HttpContext http, string? after, Notices notices, Frames frames)
    {
        var (running, closed, next) = await notices.PageAsync(after, Page, http.RequestAborted);
        return await PageResults.PageAsync<NoticeIndexPage, NoticeIndexModel>(
            new NoticeIndexModel(await frames.OfAsync(http), running, closed) { IsFirst = after is null, More = More(SitePaths.Notices, next) });
    }

    private static async Task<IResult> AnnouncementsAsync(HttpContext http, string? after, Announcements announcements, Frames frames)
    {
        var (lines, next) = await announcements.PageAsync(after, Page, http.RequestAborted);
        return await PageResults.PageAsync<AnnouncementIndexPage, AnnouncementIndexModel>(
            new AnnouncementIndexModel(await frames.OfAsync(http), lines) { More = More(SitePaths.Announcements, next) });
    }

    private static string? More(string path, string? after) => after is null ? null : $"{path}?after={Uri.EscapeDataString(after)}";

    // Nobody has designated a zone that is still applying.
    private static bool IsPublic(CaseAtHand at) => at.Pack.Cases[at.State.Kind].Standing(at.State.Standing).Public;

    // What stands on the policy's list, for whoever looks.
    private static CaseHead Head(CaseAtHand at, PublicRule list)
    {
        var flags = at.Pack.Cases[at.State.Kind].Flags;
        return Views.Head(at.Pack, at.State, at.MaySee(View.Progress)) with
        {
            Number = list.Shows(PublicFact.Number) ? at.State.Number : "",
            Region = list.Shows(PublicFact.Region) ? at.State.Region : null,
            Flags = [.. at.State.Flags.Where(list.Flags.Contains).Select(f => flags[f])],
        };
    }

    private static MarkLine[] Dates(Pack pack, CaseState state, PublicRule list) =>
    [
        .. list.Dates.Where(state.Marks.ContainsKey)
            .Select(name => new MarkLine(pack.MarkLabels.GetValueOrDefault(name) ?? new Label(name), state.Marks[name].Date, pack.Marks.GetValueOrDefault(name)?.Source))
            .OrderBy(m => m.Date),
    ];
}
