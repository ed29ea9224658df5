using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Counts the cases that a reader follows: by standing, by stage, by lateness. The store counts; no list of cases is read for it.</summary>
public sealed class OverviewPages(Frames frames, Office office, FollowedCases followed, Rulebooks rulebooks, TimeProvider time)
{
    private const int SoonWorkingDays = 5;
    private const int MostLate = 50;

    public async Task<OverviewModel> OfAsync(HttpContext http, Caller caller)
    {
        var packs = await office.PacksAsync(http.RequestAborted);
        var counts = await followed.CountsAsync(caller.Actor, packs, http.RequestAborted);
        var running = counts.Where(c => !c.Outline.Final).ToList();
        var today = CivilDate.Of(time.GetUtcNow());
        var late = await followed.DatedAsync(caller.Actor, packs, new DueSpan(null, today), 0, MostLate, http.RequestAborted);
        return new OverviewModel(
            await frames.OfAsync(http), counts.Sum(c => c.Count),
            [
                .. counts.GroupBy(c => WorklistPages.KindLabel(packs, c.Outline.Pack, c.Outline.Kind)).Select(g => (g.Key, (IReadOnlyList<CountLine>)
                    [.. Lines(g.GroupBy(c => c.Outline.StandingLabel, c => c.Count))])),
            ],
            [.. Lines(running.SelectMany(c => c.Outline.Stages, (c, stage) => (Stage: stage, c.Count)).GroupBy(s => s.Stage, s => s.Count))],
            [.. Lateness(running, today).Where(l => l.Count > 0)], [.. late.Select(c => WorklistPages.Case(c, packs))]);
    }

    private static IEnumerable<CountLine> Lines(IEnumerable<IGrouping<Label, int>> groups) =>
        groups.Select(g => new CountLine(g.Key, g.Sum())).OrderByDescending(l => l.Count);

    private IEnumerable<CountLine> Lateness(IReadOnlyList<CaseCount> running, DateOnly today)
    {
        var soon = rulebooks.Calendar.AddWorkingDays(today, SoonWorkingDays);
        return
        [
            new CountLine(new Label("已逾期", "Late"), Count(n => n < today), Tone.Bad),
            new CountLine(new Label("5个工作日内到期", "Due within 5 working days"), Count(n => n >= today && n <= soon), Tone.Watch),
            new CountLine(new Label("5个工作日后到期", "Due later"), Count(n => n > soon)),
            new CountLine(new Label("没有期限", "No date"), Count(n => n is null)),
        ];

        int Count(Func<DateOnly?, bool> which) => running.Where(c => which(c.Next)).Sum(c => c.Count);
    }
}
