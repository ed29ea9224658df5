using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Checks several applications' files at once, by the same rules that judged them when they were handed in.</summary>
public sealed class FileChecks(Frames frames, Registers registers, Cases cases, LookUps lookUps, TimeProvider time)
{
    // A page that an office reads in one go, and that stays small.
    private const int Most = 40;

    /// <summary>Whether a task is one whose file can be checked.</summary>
    public static bool IsOne(TaskRow task) => task.Kind == CaseKinds.Zone;

    public async Task<FileCheckModel> OfAsync(HttpContext http, Caller caller)
    {
        var asked = http.Request.Query["case"].Select(c => new CaseId(c ?? "")).ToHashSet();
        var from = WorklistPages.From(http, "from");
        var tasks = await registers.TasksAsync(
            caller.Actor, DueSpan.Any, asked.Count == 0 ? RowSearch.Any : r => asked.Contains(r.Case), IsOne, from, Most + 1, http.RequestAborted);
        var lines = new List<FileCheckLine>();
        foreach (var task in tasks.Take(Most).DistinctBy(t => t.Case))
        {
            if (await LineAsync(task, caller.Actor, http.RequestAborted) is { } line)
            {
                lines.Add(line);
            }
        }

        return new FileCheckModel(await frames.OfAsync(http), CivilDate.Of(time.GetUtcNow()), lines)
        {
            All = asked.Count > 0 ? SitePaths.FileCheck : null,
            More = tasks.Count > Most && asked.Count == 0 ? $"{SitePaths.FileCheck}?from={from + Most}" : null,
        };
    }

    // Whoever reads the answers of a case may have its form checked; a row for anybody else is left out.
    private async Task<FileCheckLine?> LineAsync(TaskRow task, Actor actor, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(task.Case, cancellationToken) is not { Rules: { Pack: { } pack } rules, State: { } state }
            || state.Procedure(task.Procedure) is not { } procedure || Intake(pack, procedure) is not { } intake || !May.See(View.Answers, pack, state, actor))
        {
            return null;
        }

        var answers = await lookUps.AnswersAsync(state.Id, cancellationToken);
        var criteria = CriterionLines.Of(pack, state, pack.Criteria, answers);
        var today = CivilDate.Of(time.GetUtcNow());
        return new FileCheckLine(
            state.Number, state.Title, state.Region, task.StageLabel,
            StageHolders.DeadlineOf(state, procedure) is { } due ? Views.Date(state.Id, due, rules.Calendar, today, true) : null,
            [.. intake.Needs.Select(slot => (pack.Documents[slot].Label, state.Filed.ContainsKey(slot)))],
            [.. pack.Form.Where(f => f.Required && !answers.ContainsKey(f.Name)).Select(f => f.Label)],
            [.. criteria.Where(c => c.Standing == CriterionStanding.Unmet)], criteria.Count(c => c.Standing == CriterionStanding.Met),
            criteria.Count(c => c.Standing == CriterionStanding.Judged), Views.CaseHref(state.Id));
    }

    // The act that handed the application in.
    private static TransitionRule? Intake(Pack pack, Procedure procedure) =>
        pack.Procedure(procedure.Name).Stages.SelectMany(s => s.Transitions).FirstOrDefault(t => t.Meets.Length > 0);
}
