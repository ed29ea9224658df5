using Microsoft.AspNetCore.Http;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds the page that says how a date was computed.</summary>
public sealed class PaperPages(Frames frames, ICaseStore store)
{
    public async Task<DeadlineExplanationModel?> DeadlineAsync(HttpContext http, AtWork at, string id)
    {
        var running = DeadlineWords.Find(at.State, id);
        if ((running ?? await DeadlineDays.PastAsync(store, at.State.Id, id, http.RequestAborted)) is not { } due)
        {
            return null;
        }

        // What runs no more is neither late nor has it days left.
        var date = at.Date(due);
        return new DeadlineExplanationModel(
            await frames.OfAsync(http), at.Head(), DeadlineWords.About(at.Pack, at.State, due), DeadlineWords.Anchor(at.Pack, due), due.Day0, due.Budget,
            due.Reckoning, running is null ? date with { Late = false, WorkingDaysLeft = null } : date, due.Earliest, due.Printed, due.Suspensions,
            DeadlineDays.Of(due, at.Rules.Calendar), due.Calendar, Views.CaseHref(at.State.Id));
    }
}
