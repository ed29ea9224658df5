using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds the worklist (待办): the tasks of the caller's roles, the cases they follow, and what they may start.</summary>
public sealed class WorklistPages(Frames frames, Office office, Registers registers, Parties parties, Rulebooks rulebooks, Desk desk, TimeProvider time)
{
    /// <param name="kind">The kind of case that was asked for and refused; null where none was.</param>
    public async Task<WorklistModel> OfAsync(HttpContext http, Caller caller, string? kind, Typed typed, Refusal? refused)
    {
        var search = http.Request.Query["q"].ToString().Trim();
        var filter = http.Request.Query["due"].ToString() switch { "late" => DueFilter.Late, "week" => DueFilter.Week, _ => DueFilter.All };
        var packs = await office.PacksAsync(http.RequestAborted);
        var today = CivilDate.Of(time.GetUtcNow());
        var tasks = (await registers.TasksAsync(caller.Actor, http.RequestAborted)).Select(t => (Row: t, When: Of(t, today))).ToList();
        var cases = await registers.FollowedAsync(caller.Actor, packs, http.RequestAborted);
        return new WorklistModel(
            await frames.OfAsync(http), today, search, filter,
            new TaskCounts(tasks.Count, tasks.Count(t => t.When == DueFilter.Late), tasks.Count(t => t.When == DueFilter.Week)),
            [
                .. tasks.Where(t => filter == DueFilter.All || t.When == filter)
                    .Where(t => Has(search, t.Row.Title, t.Row.Number, t.Row.Region, t.Row.StageLabel.Zh, t.Row.ProcedureLabel.Zh)).Select(t => Task(t.Row, packs, today)),
            ],
            [.. cases.Where(c => Has(search, [c.Title, c.Number, c.Region, c.StandingLabel.Zh, .. c.Stages.Select(s => s.Zh)])).Select(c => Case(c, packs))],
            await StartAsync(packs, caller, CaseKinds.Zone, "/worklist/zones", kind == CaseKinds.Zone ? typed : Typed.Nothing, kind == CaseKinds.Zone ? refused : null, http.RequestAborted),
            await StartAsync(packs, caller, CaseKinds.Round, "/worklist/rounds", kind == CaseKinds.Round ? typed : Typed.Nothing, kind == CaseKinds.Round ? refused : null, http.RequestAborted))
        {
            OpenPlan = await StartAsync(packs, caller, CaseKinds.Plan, "/worklist/plans", kind == CaseKinds.Plan ? typed : Typed.Nothing, kind == CaseKinds.Plan ? refused : null, http.RequestAborted),
        };
    }

    /// <summary>What kind of case a line is of, in the words of its pack.</summary>
    public static Label KindLabel(IReadOnlyList<Pack> packs, Runtime.Projection.CaseSummary row) =>
        packs.FirstOrDefault(p => p.Id == row.Pack)?.Cases is { } cases && cases.TryGetValue(row.Kind, out var rule) ? rule.Label : new Label(row.Kind);

    // The week ends on Sunday, as the working calendar's weeks do.
    private static DueFilter Of(TaskRow task, DateOnly today) =>
        task.Last is not { } last ? DueFilter.All
        : task.Missed || last < today ? DueFilter.Late
        : last <= today.AddDays((7 - (int)today.DayOfWeek) % 7) ? DueFilter.Week
        : DueFilter.All;

    private static bool Has(string search, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text?.Contains(search, StringComparison.OrdinalIgnoreCase) == true)
            {
                return true;
            }
        }

        return false;
    }

    private TaskLine Task(TaskRow row, IReadOnlyList<Pack> packs, DateOnly today) => new(
        row.Number, row.Title, row.Region, row.ProcedureLabel, row.StageLabel,
        row.Role == ActorRule.Opener ? new Label("发起人", "Who opened it") : Frames.RoleLabel(packs, row.Role), row.Since,
        row is { Last: { } last, Source: { } source }
            ? new SourcedDate(
                last, source, row.Provisional, row.Missed || today > last, Views.DaysLeft(rulebooks.Calendar, today, last),
                $"{Views.CaseHref(row.Case)}/deadlines/{row.Procedure}")
            : null,
        Views.WorkHref(row.Case, row.Kind));

    /// <summary>A case as a line of a list.</summary>
    public static CaseLine Case(Runtime.Projection.CaseSummary row, IReadOnlyList<Pack> packs) => new(
        row.Number, row.Title, KindLabel(packs, row), row.Region, row.StandingLabel, row.Final, row.Since, row.Stages, row.Flags, row.NextLast, Views.WorkHref(row.Id, row.Kind));

    // Whoever holds the role that opens this kind of case in a pack in use may start one.
    private async Task<StartCaseForm?> StartAsync(
        IReadOnlyList<Pack> packs, Caller caller, string kind, string action, Typed typed, Refusal? refused, CancellationToken cancellationToken)
    {
        var open = packs.Where(p => p.Cases.TryGetValue(kind, out var rule) && caller.Actor.Roles.Any(r => r.Role == rule.OpenedBy)).ToList();
        if (open.Count == 0)
        {
            return null;
        }

        var regions = kind == CaseKinds.Zone ? open.SelectMany(p => p.Regions).Distinct().Select(r => new Option(r, new Label(r))).ToImmutableArray() : [];
        return new StartCaseForm(
            action, Frames.Tokens(caller, desk.NewSignal()), open[0].Cases[kind].Label, [.. open.Select(p => new Option(p.Id, p.Title))], regions, [],
            typed.One("policy") ?? (open.Count == 1 ? open[0].Id : ""), typed.One("title") ?? "", typed.One("region") ?? "", "", refused)
        {
            Partners = await PartnersAsync(open, kind, typed, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<PartnerChoice>> PartnersAsync(List<Pack> open, string kind, Typed typed, CancellationToken cancellationToken)
    {
        var choices = new List<PartnerChoice>();
        foreach (var (pack, joint) in open.SelectMany(p => p.Cases[kind].JointWith.Select(j => (Pack: p, Joint: j))).DistinctBy(x => x.Joint.Role))
        {
            var holders = await parties.HoldersAsync(joint.Role, null, cancellationToken);
            choices.Add(new PartnerChoice(
                joint.Role, pack.Roles[joint.Role].Label, [.. holders.Select(h => new Option(h.Party.Value, new Label(h.Name)))],
                typed.All($"with.{joint.Role}")));
        }

        return choices;
    }
}
