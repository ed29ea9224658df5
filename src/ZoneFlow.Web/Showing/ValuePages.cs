using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Imports;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Plans;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds the page on which values are filled in by spreadsheet.</summary>
public sealed class ValuePages(Frames frames, LookUps lookUps, OwedReports reports, Desk desk)
{
    /// <param name="rows">What was just read; null where nothing was.</param>
    public async Task<ValuesPageModel> OfAsync(HttpContext http, AtWork at, ImmutableArray<ValueRow>? rows, Refusal? refused)
    {
        var owed = OwedReports.Of(at, await lookUps.BookAsync(at.State.Id, http.RequestAborted));
        var lines = new List<(Label, string, int)>();
        foreach (var report in owed)
        {
            var waiting = await reports.WaitingAsync(at.State.Id, report.Procedure, http.RequestAborted);
            lines.Add((report.Report, at.Paths.Action(report.Action, at.State.Procedure(report.Procedure)), waiting.Count));
        }

        var root = $"{Views.CaseHref(at.State.Id)}/plan";
        return new ValuesPageModel(
            await frames.OfAsync(http), at.Head(), root, $"{root}/values", $"{root}/values/template.xlsx", $"{root}/values/taken", at.Tokens(desk), lines,
            rows?.Select(r => new ImportedRow(r.Cell, r.Task, Title(owed, r), r.Value, r.Wrong)).ToList(),
            [.. (rows ?? []).Where(r => r.Wrong is null).Select(r => ($"take.{r.Procedure}|{r.Indicator}", r.Value))], refused);
    }

    private static string Title(IReadOnlyList<OwedReport> owed, ValueRow row) =>
        owed.FirstOrDefault(o => o.Procedure == row.Procedure)?.Indicators.FirstOrDefault(i => i.Name == row.Indicator)?.Label.Zh ?? row.Indicator;
}
