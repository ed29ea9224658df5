using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Runtime.Archiving;
using ZoneFlow.Web.Pages.Operator;

namespace ZoneFlow.Web.Showing;

/// <summary>What an operator sees of the terms for which ended cases are kept.</summary>
public sealed class ArchivingViews(Retention retention, Frames frames)
{
    private const int Shown = 200;

    public async Task<ArchivingModel> OfAsync(HttpContext http)
    {
        var ended = await retention.EndedAsync(http.RequestAborted);
        var (over, later) = (ended.Where(e => e.Kept.IsOver(retention.Today)).ToList(), ended.Where(e => !e.Kept.IsOver(retention.Today)).ToList());
        return new ArchivingModel(
            await frames.OfAsync(http), [.. over.Where(e => e.Holds.IsEmpty).Select(Line)], [.. over.Where(e => !e.Holds.IsEmpty).Select(Line)],
            [.. later.Take(Shown).Select(Line)], Math.Max(0, later.Count - Shown),
            [
                .. (await retention.ArchivedAsync(http.RequestAborted)).Take(Shown)
                    .Select(a => new ArchivedLine(a.Number, a.Title, a.Kept, Path.GetFileName(a.File), a.Sha256, a.At, a.Done is not null)),
            ]);
    }

    private static EndedLine Line(EndedCase ended) => new(
        ended.Number, ended.State.Title, ended.Standing, ended.Kept.Ended, ended.Kept.LastActed, InWords(ended.Kept.For), ended.Kept.Source, ended.Kept.Last, ended.Holds);

    private static string InWords(Period term) => $"{term.Count}{(term.Unit == PeriodUnit.Years ? "年" : "个月")}";
}
