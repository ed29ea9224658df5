using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Pages.Work;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Emailed action links: looking changes nothing, acting takes a post. Every one of them comes through the one door.</summary>
internal static class LinkRoutes
{
    public static Task<IResult> ShowAsync(HttpContext http, string id, string token, LinkDoor door, ActionPages pages) =>
        door.EnterAsync(http, id, token, async (at, procedure) =>
            await PageResults.PageAsync<ActionListPage, ActionListModel>(await pages.ListAsync(http, at, procedure)));

    public static Task<IResult> ShowActionAsync(HttpContext http, string id, string token, string action, LinkDoor door, ActionWork work) =>
        door.EnterAsync(http, id, token, (at, procedure) => work.ShowAsync(http, at, action, procedure.Id, at.Link!.Visit));

    public static Task<IResult> TakeActionAsync(HttpContext http, string id, string token, string action, LinkDoor door, ActionWork work) =>
        door.EnterAsync(http, id, token, (at, procedure) => work.TakeAsync(http, at, action, procedure.Id, at.Link!.Visit));

    public static Task<IResult> ShowHandOverAsync(HttpContext http, string id, string token, LinkDoor door, HandOverWork work) =>
        door.EnterAsync(http, id, token, (at, procedure) => work.ShowAsync(http, at, procedure.Id, at.Link!.Visit));

    public static Task<IResult> TakeHandOverAsync(HttpContext http, string id, string token, LinkDoor door, HandOverWork work) =>
        door.EnterAsync(http, id, token, (at, procedure) => work.TakeAsync(http, at, procedure.Id, at.Link!.Visit));

    public static Task<IResult> ShowPanelAsync(HttpContext http, string id, string token, string what, LinkDoor door, PanelWork work) =>
        door.EnterAsync(http, id, token, (at, procedure) => work.ShowAsync(http, at, procedure.Id, at.Link!.Visit, what));

    public static Task<IResult> TakePanelAsync(HttpContext http, string id, string token, string what, LinkDoor door, PanelWork work) =>
        door.EnterAsync(http, id, token, (at, procedure) => work.TakeAsync(http, at, procedure.Id, at.Link!.Visit, what));

    public static Task<IResult> DocumentAsync(
        HttpContext http, string id, string token, string slot, int version, LinkDoor door, Dossiers dossiers, IDocumentStore documents) =>
        door.EnterAsync(http, id, token, async (at, _) => at.MaySee(View.Documents)
            ? await Downloads.OfCaseAsync(http, at.State.Id, slot, version, dossiers, documents, http.RequestAborted)
            : Problems.NotAllowed(http));

    public static Task<IResult> DoneAsync(HttpContext http, string id, string token, string signal, LinkDoor door) =>
        door.DoneAsync(http, id, token, new SignalId(signal));
}
