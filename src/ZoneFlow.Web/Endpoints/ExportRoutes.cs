using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Exports;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Lists to take away, as CSV or as an Excel workbook. Each holds what its page shows to the same reader.</summary>
internal static class ExportRoutes
{
    private const string Formats = "{format:regex(^(csv|xlsx)$)}";
    private static readonly string[] CaseColumns = ["编号", "名称", "类别", "地区", "状态", "状态起始日", "环节", "标记", "最近期限"];
    private static readonly string[] TaskColumns = ["编号", "名称", "地区", "事项", "环节", "进入环节日", "期限", "依据", "是否逾期", "是否暂定"];

    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"/zones.{Formats}", ZonesAsync).OpenToAll().IsPublic();
        routes.MapGet($"/worklist/tasks.{Formats}", TasksAsync).NeedsSignIn();
        routes.MapGet($"/worklist/cases.{Formats}", CasesAsync).NeedsSignIn();
    }

    private static async Task<IResult> ZonesAsync(string format, Registers registers, CancellationToken cancellationToken) =>
        File(format, "zones", new Table("集聚区名录", ["编号", "名称", "地区", "状态", "状态起始日"],
            [.. (await registers.PublicZonesAsync(cancellationToken)).Select(z => new object?[] { z.Number, z.Title, z.Region, z.StandingLabel.Zh, z.Since })]));

    private static async Task<IResult> CasesAsync(string format, Caller caller, Registers registers, Office office, CancellationToken cancellationToken)
    {
        var packs = await office.PacksAsync(cancellationToken);
        return File(format, "cases", new Table("卷宗", CaseColumns, [.. (await registers.FollowedAsync(caller.Actor, packs, cancellationToken)).Select(CaseRow)]));

        object?[] CaseRow(CaseSummary c) =>
        [
            c.Number, c.Title, WorklistPages.KindLabel(packs, c.Pack, c.Kind).Zh, c.Region, c.StandingLabel.Zh, c.Since, string.Join("、", c.Stages.Select(s => s.Zh)),
            string.Join("、", c.Flags.Select(f => f.Zh)), c.NextLast,
        ];
    }

    private static async Task<IResult> TasksAsync(string format, Caller caller, Registers registers, TimeProvider time, CancellationToken cancellationToken)
    {
        var today = Core.Calendars.CivilDate.Of(time.GetUtcNow());
        return File(format, "tasks", new Table("待办", TaskColumns,
            [
                .. (await registers.TasksAsync(caller.Actor, cancellationToken)).Select(t => new object?[]
                {
                    t.Number, t.Title, t.Region, t.ProcedureLabel.Zh, t.StageLabel.Zh, Core.Calendars.CivilDate.Of(t.Since), t.Last, t.Source?.ToString(),
                    t.Missed || today > t.Last ? "逾期" : "", t.Provisional ? "暂定" : "",
                }),
            ]));
    }

    /// <summary>A table as a file of the format asked for.</summary>
    public static IResult File(string format, string name, Table table) => format == "csv"
        ? Results.File(CsvTable.Of(table), "text/csv; charset=utf-8", $"{name}.csv")
        : Results.File(XlsxTable.Of(table), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{name}.xlsx");
}
