using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Operator;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds the list of reminders sent.</summary>
public sealed class ReminderViews(ICaseStore store, Office office, Parties parties, Frames frames)
{
    private const int Page = 40;
    private const int MostReached = 100;

    /// <param name="after">The sort key of the last line of the page before, or null.</param>
    public async Task<RemindersModel> OfAsync(HttpContext http, string? after)
    {
        var cancellationToken = http.RequestAborted;
        var packs = await office.PacksAsync(cancellationToken);
        var waiting = (await store.OutboxAsync(int.MaxValue, cancellationToken)).ToDictionary(e => e.Id);
        var people = new People(parties, cancellationToken);
        var rows = await store.IndexAsync(Indexes.Reminders, "all", after, Page, cancellationToken);
        var lines = new List<ReminderLine>();
        foreach (var index in rows)
        {
            var row = JsonSerializer.Deserialize(index.Json, CaseJson.Stored.ReminderRow)!;
            var reached = (await store.RecordsAsync(RecordKinds.Sent, $"mail|{row.Effect}|", MostReached, cancellationToken)).Count;
            var state = !waiting.TryGetValue(row.Effect, out var effect) ? SentState.Sent : effect.Parked ? SentState.GivenUp : SentState.Waiting;
            lines.Add(new ReminderLine(
                row.From, KindOf(row.Kind), row.Title, row.Number, row.Stage is { } stage ? $"{row.Procedure}：{stage}" : row.Procedure,
                CivilDate.TryParse(row.Last ?? "", out var last) ? last : null,
                row.To.Party is { } party ? await people.NameAsync(party) : $"{Frames.RoleLabel(packs, row.To.Role).Zh}{(row.To.Region is { } region ? $"（{region}）" : "")}", state, reached));
        }

        return new RemindersModel(await frames.OfAsync(http), lines, rows.Count == Page ? $"{SitePaths.Reminders}?after={Uri.EscapeDataString(rows[^1].Sort)}" : null);
    }

    private static Label KindOf(TellKind kind) => kind switch
    {
        TellKind.Overdue => new Label("逾期通知", "Overdue"),
        TellKind.Escalation => new Label("督办", "Escalation"),
        _ => new Label("提醒", "Reminder"),
    };
}
