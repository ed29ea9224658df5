using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Counts the cases that a reader follows: by standing, by stage, by lateness.</summary>
public sealed class OverviewPages(Frames frames, Office office, Registers registers, Rulebooks rulebooks, TimeProvider time)
{
    private const int SoonWorkingDays = 5;
    private const int MostLate = 50;

    public async Task<OverviewModel> OfAsync(HttpContext http, Caller caller)
    {
        var packs = await office.PacksAsync(http.RequestAborted);
        var cases = await registers.FollowedAsync(caller.Actor, packs, http.RequestAborted);
        var running = cases.Where(c => !c.Final).ToList();
        var today = CivilDate.Of(time.GetUtcNow());
        return new OverviewModel(
            await frames.OfAsync(http), cases.Count,
            [
                .. cases.GroupBy(c => WorklistPages.KindLabel(packs, c)).Select(g => (g.Key, (IReadOnlyList<CountLine>)
                    [.. g.GroupBy(c => c.StandingLabel).OrderByDescending(s => s.Count()).Select(s => new CountLine(s.Key, s.Count()))])),
            ],
            [.. running.SelectMany(c => c.Stages).GroupBy(s => s).OrderByDescending(g => g.Count()).Select(g => new CountLine(g.Key, g.Count()))],
            [.. Lateness(running, today).Where(l => l.Count > 0)],
            [
                .. running.Where(c => c.NextLast < today).OrderBy(c => c.NextLast).Take(MostLate).Select(c => WorklistPages.Case(c, packs)),
            ]);
    }

    private IEnumerable<CountLine> Lateness(IReadOnlyList<Runtime.Projection.CaseSummary> running, DateOnly today)
    {
        var soon = rulebooks.Calendar.AddWorkingDays(today, SoonWorkingDays);
        return
        [
            new CountLine(new Label("已逾期", "Late"), running.Count(c => c.NextLast < today), Tone.Bad),
            new CountLine(new Label("5个工作日内到期", "Due within 5 working days"), running.Count(c => c.NextLast >= today && c.NextLast <= soon), Tone.Watch),
            new CountLine(new Label("5个工作日后到期", "Due later"), running.Count(c => c.NextLast > soon)),
            new CountLine(new Label("没有期限", "No date"), running.Count(c => c.NextLast is null)),
        ];
    }
}
