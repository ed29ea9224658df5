using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Drawing;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds the worklist (待办): the tasks of the caller's roles, the cases they follow, and what they may start.</summary>
public sealed class WorklistPages(Frames frames, Office office, Registers registers, Parties parties, Rulebooks rulebooks, Desk desk, HealthViews health, TimeProvider time)
{
    private const int Lines = 25;
    private const int MostSkipped = 1_000_000;
    private const int DaysAhead = 14;

    /// <param name="kind">The kind of case that was asked for and refused; null where none was.</param>
    public async Task<WorklistModel> OfAsync(HttpContext http, Caller caller, string? kind, Typed typed, Refusal? refused)
    {
        var search = http.Request.Query["q"].ToString().Trim();
        var filter = http.Request.Query["due"].ToString() switch { "late" => DueFilter.Late, "week" => DueFilter.Week, _ => DueFilter.All };
        var packs = await office.PacksAsync(http.RequestAborted);
        var inUse = await office.InUseAsync(http.RequestAborted);
        var today = CivilDate.Of(time.GetUtcNow());
        var (tasksFrom, casesFrom) = (From(http, "tasks"), From(http, "cases"));
        // The week ends on Sunday, as the working calendar's weeks do.
        var monday = today.AddDays(((7 - (int)today.DayOfWeek) % 7) + 1);
        var span = filter switch { DueFilter.Late => new DueSpan(null, today), DueFilter.Week => new DueSpan(today, monday), _ => DueSpan.Any };
        var tasks = await registers.TasksAsync(
            caller.Actor, span, RowSearch.For(search), t => Has(search, t.Title, t.Number, t.Region, t.StageLabel.Zh, t.ProcedureLabel.Zh), tasksFrom, Lines + 1, http.RequestAborted);
        var cases = await registers.FollowedAsync(
            caller.Actor, packs, search, casesFrom, Lines + 1, http.RequestAborted);
        return new WorklistModel(
            await frames.OfAsync(http), today, search, filter,
            new TaskCounts(
                await registers.TaskCountAsync(caller.Actor, DueSpan.Any, http.RequestAborted),
                await registers.TaskCountAsync(caller.Actor, new DueSpan(null, today), http.RequestAborted),
                await registers.TaskCountAsync(caller.Actor, new DueSpan(today, monday), http.RequestAborted)),
            [.. tasks.Take(Lines).Select(t => Task(t, packs, today))], [.. cases.Take(Lines).Select(c => Case(c, packs))],
            await StartAsync(inUse, caller, CaseKinds.Zone, "/worklist/zones", kind == CaseKinds.Zone ? typed : Typed.Nothing, kind == CaseKinds.Zone ? refused : null, http.RequestAborted),
            await StartAsync(inUse, caller, CaseKinds.Round, "/worklist/rounds", kind == CaseKinds.Round ? typed : Typed.Nothing, kind == CaseKinds.Round ? refused : null, http.RequestAborted))
        {
            CheckHref = caller.Actor.Roles.Any(g => packs.Any(p => p.Roles.TryGetValue(g.Role, out var role) && role.Kind is RoleKind.Authority or RoleKind.Endorser))
                && tasks.Count(FileChecks.IsOne) > 1 ? SitePaths.FileCheck : null,
            AdoptHref = AdoptionPages.Of(packs, caller.Actor).Any() ? SitePaths.Adopt : null,
            WithOthers = await WithOthersAsync(caller.Actor, packs, today, http.RequestAborted),
            OpenPlan = await StartAsync(inUse, caller, CaseKinds.Plan, "/worklist/plans", kind == CaseKinds.Plan ? typed : Typed.Nothing, kind == CaseKinds.Plan ? refused : null, http.RequestAborted),
            Days = await DaysAsync(caller.Actor, today, http.RequestAborted),
            Checks = caller.Actor.IsOperator ? await health.ChecksAsync(http.RequestAborted) : [],
            MoreTasks = tasks.Count > Lines ? $"{Href(tasksFrom + Lines, casesFrom)}#tasks" : null,
            MoreCases = cases.Count > Lines ? $"{Href(tasksFrom, casesFrom + Lines)}#cases" : null,
        };

        string Href(int tasksAt, int casesAt) => $"{SitePaths.Worklist}?due={http.Request.Query["due"]}&q={Uri.EscapeDataString(search)}&tasks={tasksAt}&cases={casesAt}";
    }

    // Counted day by day from the index: a long worklist is not read for it.
    private async Task<DayStrip?> DaysAsync(Actor actor, DateOnly today, CancellationToken cancellationToken)
    {
        if (await registers.TaskCountAsync(actor, new DueSpan(today, today.AddDays(DaysAhead)), cancellationToken) == 0)
        {
            return null;
        }

        var days = new List<DayOfStrip>();
        foreach (var day in Enumerable.Range(0, DaysAhead).Select(today.AddDays))
        {
            days.Add(new DayOfStrip(
                day, rulebooks.Calendar.Describe(day).IsWorking, await registers.TaskCountAsync(actor, new DueSpan(day, day.AddDays(1)), cancellationToken)));
        }

        return new DayStrip(days);
    }

    private async Task<IReadOnlyList<TaskLine>> WithOthersAsync(Actor actor, IReadOnlyList<Pack> packs, DateOnly today, CancellationToken cancellationToken)
    {
        var people = new People(parties, cancellationToken);
        var lines = new List<TaskLine>();
        foreach (var row in await registers.HandedOverAsync(actor, Lines, cancellationToken))
        {
            lines.Add(Task(row, packs, today) with { With = await people.NameAsync(row.AssignedParty!.Value, row.Assigned!.Value) });
        }

        return lines;
    }

    /// <summary>What kind of case a line is of, in the words of its pack.</summary>
    public static Label KindLabel(IReadOnlyList<Pack> packs, string pack, string kind) =>
        packs.FirstOrDefault(p => p.Id == pack)?.Cases is { } cases && cases.TryGetValue(kind, out var rule) ? rule.Label : new Label(kind);

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

    /// <summary>How many lines of a list stood on the pages before; what is no such number begins it anew.</summary>
    public static int From(HttpContext http, string list) =>
        int.TryParse(http.Request.Query[list], NumberStyles.None, CultureInfo.InvariantCulture, out var from) && from <= MostSkipped ? from : 0;

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
        row.Number, row.Title, KindLabel(packs, row.Pack, row.Kind), row.Region, row.StandingLabel, row.Final && row.Kind == CaseKinds.Zone, row.Since, row.Stages, row.Flags, row.NextLast, Views.WorkHref(row.Id, row.Kind));

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
