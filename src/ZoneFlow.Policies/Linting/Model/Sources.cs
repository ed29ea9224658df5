using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Linting.Model;

/// <summary>Where a value of the pack comes from, with the place and the plain name of the value.</summary>
/// <param name="Owed">Whether the value must name an article or a default; a label or a heading need not.</param>
internal sealed record Sourced(string Path, string What, Source? Source, bool Owed);

/// <summary>Every source a pack states, for the rule that asks for them and for the coverage of the text.</summary>
internal static class Sources
{
    public static IEnumerable<Sourced> Of(PackMap map)
    {
        var pack = map.Pack;
        return
        [
            .. pack.Roles.Values.Select(r => new Sourced($"roles/{r.Name}", $"role '{r.Name}'", r.Source, false)),
            .. pack.Documents.Values.Select(d => new Sourced($"documents/{d.Slot}", $"document '{d.Slot}'", d.Source, false)),
            .. pack.Form.Select(f => new Sourced($"form/{f.Name}", $"field '{f.Name}'", f.Source, false)),
            .. pack.Letters.Values.Select(l => new Sourced($"letters/{l.Name}", $"letter '{l.Name}'", l.Source, false)),
            .. pack.Criteria.Select(c => new Sourced($"criteria/{c.Group}/{c.Name}", $"criterion '{c.Name}'", c.Source, true)),
            .. pack.Marks.Values.Select(m => new Sourced($"marks/{m.Name}", $"the date '{m.Name}'", m.Source, true)),
            .. pack.Bans.Values.Select(b => new Sourced($"bans/{b.Name}", $"the ban '{b.Name}'", b.Source, true)),
            .. pack.Outcomes.Values.Select(o => new Sourced($"outcomes/{o.Name}", $"the outcome '{o.Name}'", o.Source, true)),
            .. pack.Cases.Values.SelectMany(c => c.JointWith.Select(j => new Sourced($"cases/{c.Kind}", $"the joint applicant '{j.Role}'", j.Source, true))),
            .. pack.Cases.Values.Where(c => c.Public is not null).Select(c => new Sourced($"cases/{c.Kind}/public", $"what is public of a '{c.Kind}'", c.Public!.Source, true)),
            .. pack.Cases.Values.Where(c => c.Keep is not null).Select(c => new Sourced($"cases/{c.Kind}/keep", $"how long a '{c.Kind}' is kept", c.Keep!.Source, true)),
            .. pack.Funds.Select(f => new Sourced($"funds/{f.Name}", $"the fund rule '{f.Name}'", f.Source, true)),
            .. pack.Items.Select(i => new Sourced($"items/{i.Key}", $"the task '{i.Key}'", i.Source, true)),
            .. pack.Rosters.Select(r => new Sourced($"rosters/{r.Name}", $"the roster '{r.Name}'", r.Source, true)),
            .. pack.Rosters.Where(r => r.Watch is not null).Select(r => new Sourced($"rosters/{r.Name}", $"the watch of the roster '{r.Name}'", r.Watch!.Source, true)),
            .. pack.Units.Values.Select(u => new Sourced($"units/{u.Key}", $"the unit '{u.Key}'", u.Source, false)),
            .. pack.Items.SelectMany(i => i.Instruments.Select(n => new Sourced($"items/{i.Key}/instruments/{n.Name}", $"the instrument '{n.Name}'", n.Source, true))),
            .. pack.Items.SelectMany(i => i.Indicators.SelectMany(n => n.Targets.Skip(1).Select(t =>
                new Sourced($"items/{i.Key}/indicators/{n.Name}", $"the target of '{n.Name}'", t.Source, true)))),
            .. pack.Items.SelectMany(i => i.Indicators.Select(n => new Sourced($"items/{i.Key}/indicators/{n.Name}", $"the indicator '{n.Name}'", n.Source, true))),
            .. pack.Procedures.SelectMany(p => OfProcedure(p)),
            .. map.Sites.Select(s => new Sourced(s.Path, $"the transition '{s.Name}'", s.Rule.Source, false)),
            .. map.Sites.SelectMany(s => s.Rule.Ask.Select(f => new Sourced(s.Path, $"the input '{f.Name}' of '{s.Name}'", f.Source, f.Type is FieldType.Span))),
            .. pack.Duties.SelectMany(OfDuty),
        ];
    }

    private static IEnumerable<Sourced> OfProcedure(ProcedureRule procedure)
    {
        var path = PackMap.Path(procedure);
        yield return new(path, $"the procedure '{procedure.Name}'", procedure.Source, false);
        if (procedure.OpenedBy?.Late is { } late)
        {
            yield return new($"{path}/opened-by", $"the time for filing '{procedure.OpenedBy.Action}'", late.Source, true);
        }
        foreach (var sourced in procedure.Stages.SelectMany(s => OfStage(procedure, s)))
        {
            yield return sourced;
        }
    }

    private static IEnumerable<Sourced> OfStage(ProcedureRule procedure, StageRule stage)
    {
        var path = PackMap.StagePath(procedure, stage);
        var name = $"'{procedure.Name}.{stage.Name}'";
        yield return new(path, $"the stage {name}", stage.Source, false);
        if (stage.Due is { } due)
        {
            yield return new(path, $"the due date of {name}", due.Source, due is not DueRule.ByDuty);
        }
        if (stage.Reminders is { } reminders)
        {
            yield return new(path, $"the reminders of {name}", reminders.Source, false);
        }
        foreach (var act in stage.Optional)
        {
            yield return new($"{path}/{act.Name}", $"'{act.Name}' in {name}", act.Source, true);
        }
        if (stage is StageRule.Panel panel)
        {
            yield return new(path, $"the seats and scores of {name}", panel.Rule.Source, true);
        }
        if (stage is StageRule.Notice notice)
        {
            yield return new(path, $"the length of the notice {name}", notice.Rule.Source, true);
            yield return new(path, $"the objections to {name}", notice.Rule.ObjectionSource, true);
        }
    }

    private static IEnumerable<Sourced> OfDuty(DutyRule duty)
    {
        var path = $"duties/{duty.Name}";
        yield return new(path, $"the duty '{duty.Name}'", duty.Source, true);
        yield return new(path, $"the reminders of the duty '{duty.Name}'", duty.Reminders.Source, false);
        if (duty.LeastOverlap is not null)
        {
            yield return new(path, $"the least overlap of the duty '{duty.Name}'", duty.OverlapSource, true);
        }
    }
}
