using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Linting.Model;

/// <summary>Every name that a pack uses for something it should declare elsewhere.</summary>
internal static class NameUses
{
    private static readonly string[] LookUps = ["bans", "names", "round", "members", "supported-items", "scores", "values", "funds"];

    public static IEnumerable<NameUse> Of(PackMap map)
    {
        var names = new NameBook(map);
        return
        [
            .. map.Pack.Roles.Values.Where(r => r.NamedBy is not null).Select(r => names.Role($"roles/{r.Name}", r.NamedBy!)),
            .. map.Pack.Criteria.SelectMany(c => new[] { c.Judge, c.RelaxedBy }.OfType<string>().Select(r => names.Role($"criteria/{c.Group}/{c.Name}", r))),
            .. map.Pack.Form.SelectMany(f => OfField(names, $"form/{f.Name}", "", f)),
            .. map.Pack.Bans.Values.SelectMany(b => OfBan(names, b)),
            .. map.Pack.Outcomes.Values.SelectMany(o => OfOutcome(names, map, o)),
            .. map.Pack.Letters.Values.SelectMany(l => l.To.Concat(l.Demand?.By ?? []).Select(r => names.Role($"letters/{l.Name}", r))),
            .. map.Pack.Clauses.Where(c => c.Role is not null).Select(c => names.Role("clauses", c.Role!)),
            .. map.Pack.Cases.Values.SelectMany(c => OfCase(names, map, c)),
            .. map.Pack.Duties.SelectMany(d => OfDuty(names, map, d)),
            .. map.Pack.Funds.SelectMany(f => OfFund(names, map, f)),
            .. map.Pack.Rosters.SelectMany(r => OfRoster(names, map, r)),
            .. map.Pack.Units.Values.SelectMany(u => u.Of.Select(m => names.Unit($"units/{u.Key}", m))),
            .. map.Pack.Items.SelectMany(i => i.Lead.Concat(i.Responsible).Append(i.LeadFrom).OfType<string>().Select(u => names.Unit($"items/{i.Key}", u))),
            .. map.Pack.Procedures.SelectMany(p => OfProcedure(names, map, p)),
            .. map.Sites.SelectMany(s => OfSite(names, map, s)),
        ];
    }

    private static IEnumerable<NameUse> OfBan(NameBook names, BanRule ban)
    {
        var path = $"bans/{ban.Name}";
        yield return names.Subject(path, ban.Subject);
        if (ban.AlsoWarn is { } warned)
        {
            yield return names.Role(path, warned);
        }
    }

    private static IEnumerable<NameUse> OfFund(NameBook names, PackMap map, FundRule fund)
    {
        var path = $"funds/{fund.Name}";
        var entered = map.Steps.Select(s => s.Step).OfType<Step.RecordFunds>().ToList();
        yield return names.Action(path, fund.BlockAt);
        if (fund.Letter is { } letter)
        {
            yield return names.Letter(path, letter);
        }
        foreach (var kind in fund.WarnAt)
        {
            yield return new(path, "amount", kind, entered.Any(e => e.As == kind));
        }
        foreach (var amount in new[] { fund.Share, fund.Of })
        {
            yield return new(path, "amount", amount, entered.Any(e => e.Amounts.Contains(amount)));
        }
    }

    private static IEnumerable<NameUse> OfRoster(NameBook names, PackMap map, RosterRule roster)
    {
        var path = $"rosters/{roster.Name}";
        return
        [
            names.Case(path, roster.Case),
            .. roster.By.Concat(roster.Watch?.Tell ?? []).Select(r => names.Role(path, r)),
            .. roster.While.Select(s => names.Standing(path, roster.Case, s)),
            .. roster.Counts.Select(c => names.Field(path, c.Name)),
            .. roster.Counts.SelectMany(c => new[] { c.Where, c.Sum }).OfType<string>().Select(c => new NameUse(path, "column", c, roster.Columns.Any(f => f.Name == c))),
            .. (roster.Watch?.Criteria ?? []).Select(c => new NameUse(path, "criterion", c, map.Pack.Criteria.Any(k => k.Name == c))),
        ];
    }

    private static IEnumerable<NameUse> OfOutcome(NameBook names, PackMap map, OutcomeRule outcome)
    {
        var path = $"outcomes/{outcome.Name}";
        yield return new(path, "standing", outcome.Standing, map.Pack.Cases.Values.SelectMany(c => c.Standings).Any(s => s.Name == outcome.Standing));
        foreach (var ban in outcome.Bans)
        {
            yield return names.Ban(path, ban);
        }
    }

    private static IEnumerable<NameUse> OfCase(NameBook names, PackMap map, CaseRule kind)
    {
        var path = $"cases/{kind.Kind}";
        yield return names.Role(path, kind.OpenedBy);
        foreach (var joint in kind.JointWith)
        {
            yield return names.Role(path, joint.Role);
        }
        if (kind.PackItems is { } own)
        {
            yield return names.ItemState(path, kind.Kind, own.Named);
            yield return names.ItemState(path, kind.Kind, own.Unnamed);
        }
        if (kind.ItemsOf is { } of && kind.ItemStates.IsEmpty)
        {
            yield return new(path, "item-state", of, false);
        }
    }

    private static IEnumerable<NameUse> OfDuty(NameBook names, PackMap map, DutyRule duty)
    {
        var path = $"duties/{duty.Name}";
        yield return names.Case(path, duty.Case);
        yield return names.Procedure(path, duty.Starts);
        foreach (var use in duty.While.Select(s => names.Standing(path, duty.Case, s)).Concat(OfReminders(names, path, duty.Reminders)))
        {
            yield return use;
        }
        if (duty.Replaces is { } replaced)
        {
            yield return new(path, "duty", replaced, map.Pack.Duties.Any(d => d.Name == replaced));
        }
        if (duty.HeldBy is { } holder)
        {
            yield return names.Procedure(path, holder);
        }
        if (duty.ItemState is { } state)
        {
            yield return names.ItemState(path, duty.Case, state);
        }
    }

    private static IEnumerable<NameUse> OfReminders(NameBook names, string path, ReminderRule rule) =>
        rule.OverdueTell.Concat(rule.ThenTell).Select(r => names.Role(path, r));

    private static IEnumerable<NameUse> OfProcedure(NameBook names, PackMap map, ProcedureRule procedure)
    {
        var path = PackMap.Path(procedure);
        return
        [
            names.Case(path, procedure.Case),
            NameBook.Stage(path, procedure, procedure.First),
            .. procedure.Blocks.Select(b => names.Action(path, $"{b.Procedure}.{b.Action}")),
            .. (procedure.OpenedBy?.While ?? []).Select(s => names.Standing($"{path}/opened-by", procedure.Case, s)),
            .. procedure.Stages.SelectMany(s => OfStage(names, map, procedure, s)),
        ];
    }

    private static IEnumerable<NameUse> OfStage(NameBook names, PackMap map, ProcedureRule procedure, StageRule stage)
    {
        var path = PackMap.StagePath(procedure, stage);
        IEnumerable<NameUse> own = stage switch
        {
            StageRule.Task task => task.By.Roles.Select(r => names.Actor(path, procedure, stage, r)),
            StageRule.Panel panel =>
            [
                names.Role(path, panel.Rule.Of),
                names.Role(path, panel.Rule.SeatedBy),
                .. panel.Rule.OverItems is { } state ? [names.ItemState(path, procedure.Case, state)] : Array.Empty<NameUse>(),
            ],
            StageRule.Notice notice =>
            [
                names.Document(path, notice.Rule.Of),
                names.Role(path, notice.Rule.ObjectionsFrom),
                .. notice.Rule.EntriesInState is { } state ? [names.ItemState(path, procedure.Case, state)] : Array.Empty<NameUse>(),
            ],
            StageRule.Wait wait =>
            [
                .. wait.Watched.Select(r => names.Actor(path, procedure, stage, r)),
                .. wait.For is { } kind ? [names.Case(path, kind)] : Array.Empty<NameUse>(),
            ],
            _ => [],
        };
        return
        [
            .. own,
            .. stage.Reminders is { } reminders ? OfReminders(names, path, reminders) : [],
            .. stage.Optional.SelectMany(o => o.Needs.Select(d => names.Document($"{path}/{o.Name}", d)).Append(names.Role($"{path}/{o.Name}", o.By))),
        ];
    }

    private static IEnumerable<NameUse> OfSite(NameBook names, PackMap map, Site site)
    {
        var (path, kind) = (site.Path, site.Procedure.Case);
        return
        [
            .. (site.Rule.By?.Roles ?? []).Select(r => names.Actor(path, site.Procedure, site.Stage, r)),
            .. site.Rule.Needs.Select(d => names.Document(path, d)),
            .. site.Rule.Meets.Concat(site.Rule.Judges).Select(g => names.CriteriaGroup(path, g)),
            .. site.Rule.Ask.SelectMany(f => OfField(names, path, kind, f)),
            .. site.Rule.LooksUp.Select(l => new NameUse(path, "look-up", l, LookUps.Contains(l))),
            .. site.Rule.On is Trigger.Message message ? [names.Case(path, message.From)] : Array.Empty<NameUse>(),
            .. !site.Opens && site.Rule.To is Destination.Stage to ? [NameBook.Stage(path, site.Procedure, to.Name)] : Array.Empty<NameUse>(),
            .. site.Rule.If.Rows.SelectMany(g => OfGuard(names, path, kind, g)),
            .. site.Rule.Do.SelectMany(d => StepNames.Of(names, map, site, d)),
        ];
    }

    private static IEnumerable<NameUse> OfGuard(NameBook names, string path, string kind, Guard row) => row switch
    {
        Guard.InStanding g => g.Standings.Select(s => names.Standing(path, kind, s)),
        Guard.NotBanned g => g.Subjects.Select(s => names.Subject(path, s)),
        Guard.NotRunning g => [names.Procedure(path, g.Procedure)],
        Guard.NoItem g => [names.ItemState(path, kind, g.State)],
        Guard.EveryItem g => [names.ItemState(path, kind, g.State)],
        _ => [],
    };

    private static IEnumerable<NameUse> OfField(NameBook names, string path, string kind, FieldRule field) => field.Type switch
    {
        FieldType.Party type => [names.Role(path, type.Role)],
        FieldType.Case type => [names.Case(path, type.Kind), .. type.Standings.Select(s => names.Standing(path, type.Kind, s))],
        FieldType.Items type =>
        [
            names.ItemState(path, kind, type.State),
            .. type.AtMost is { } most ? [names.MarkOrField(path, most)] : Array.Empty<NameUse>(),
        ],
        FieldType.FundEntry { NotBefore: { } mark } => [names.MarkOrField(path, mark)],
        FieldType.Item { State: { } state } => [names.ItemState(path, kind, state)],
        FieldType.Units type => [.. type.Preset.Append(type.Of).OfType<string>().Select(u => names.Unit(path, u))],
        FieldType.Table type => type.Columns.SelectMany(c => OfField(names, path, kind, c)),
        _ => [],
    };
}
