using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Runtime.Effects;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds the pages that are read on their own: how a date was computed, and a letter.</summary>
public sealed class PaperPages(Frames frames, ICaseStore store, LetterText letters)
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

    public async Task<LetterPageModel?> LetterAsync(HttpContext http, AtWork at, string key)
    {
        var row = (await store.RowsAsync(at.State.Id, RowKinds.Letter, http.RequestAborted)).FirstOrDefault(r => r.Key == key);
        if (row is null)
        {
            return null;
        }

        var letter = JsonSerializer.Deserialize(row.Json, CaseJson.Stored.LetterRow)!;
        var on = CivilDate.Of(letter.At);
        var (title, body) = await letters.RenderAsync(at.Pack, at.State, letter.Template, letter.Values, letter.Reason, on, http.RequestAborted);
        return new LetterPageModel(await frames.OfAsync(http), at.Pack.Issuer, null, title, Paragraphs(body.Zh), Paragraphs(body.En), on, at.Head());
    }

    private static string[] Paragraphs(string? text) =>
        text?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
