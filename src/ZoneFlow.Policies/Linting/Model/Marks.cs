using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Linting.Model;

/// <summary>One place that reads a date of a case.</summary>
/// <param name="At">The transition that reads it, where that is a transition.</param>
/// <param name="Stage">The stage that must have it, where that is a stage.</param>
internal sealed record MarkUse(string Path, string Case, string Mark, ProcedureRule? Procedure, StageRule? Stage, Site? At);

/// <summary>Which dates a pack reads, and which transitions set them.</summary>
internal sealed class Marks(PackMap map)
{
    public IEnumerable<MarkUse> Uses =>
    [
        .. map.Pack.Procedures.SelectMany(p => p.Stages.SelectMany(s => OfStage(p, s))),
        .. map.Sites.SelectMany(OfSite),
        .. map.Pack.Procedures.Where(p => p.OpenedBy?.Late is not null)
            .Select(p => new MarkUse($"{PackMap.Path(p)}/opened-by", p.Case, p.OpenedBy!.Late!.From, p, null, null)),
        .. map.Pack.Duties.SelectMany(d => new[] { d.From, d.Until, d.Schedule.Anchor }.OfType<string>()
            .Select(m => new MarkUse($"duties/{d.Name}", d.Case, m, null, null, null))),
        .. map.Pack.Criteria.SelectMany(c => Tests(c.Test).OfType<CriterionTest.YearsBefore>()
            .SelectMany(t => CasesMeeting(c.Group).Select(k => new MarkUse($"criteria/{c.Group}/{c.Name}", k, t.Mark, null, null, null)))),
        .. map.Pack.Bans.Values.SelectMany(b => CasesImposing(b.Name).Select(k => new MarkUse($"bans/{b.Name}", k, b.From, null, null, null))),
    ];

    /// <summary>The case kind and the mark that a name such as <c>round.closes</c> means, a derived mark followed to the one it is counted from.</summary>
    public (string Case, string Mark) Base(string kind, string mark)
    {
        if (mark.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 && map.Pack.Cases.ContainsKey(mark[..dot]))
        {
            (kind, mark) = (mark[..dot], mark[(dot + 1)..]);
        }
        for (var step = 0; step <= map.Pack.Marks.Count && map.Pack.Marks.TryGetValue(mark, out var derived); step++)
        {
            mark = derived.After;
        }
        return (kind, mark);
    }

    /// <summary>The transitions of a case kind that set a mark.</summary>
    public IEnumerable<Site> Setters(string kind, string mark)
    {
        var (of, name) = Base(kind, mark);
        return map.Sites.Where(s => s.Procedure.Case == of && s.Rule.Do.OfType<Step.SetMark>().Any(m => m.Mark == name));
    }

    private static IEnumerable<MarkUse> OfStage(ProcedureRule procedure, StageRule stage)
    {
        var mark = stage switch
        {
            StageRule.Wait wait => wait.Until,
            _ => stage.Due switch
            {
                DueRule.Within within => within.From,
                DueRule.At at => at.Mark,
                _ => null,
            },
        };
        if (mark is not null)
        {
            yield return new(PackMap.StagePath(procedure, stage), procedure.Case, mark, procedure, stage, null);
        }
    }

    private static IEnumerable<MarkUse> OfSite(Site site) =>
        site.Rule.If.Rows.Select(g => g switch
        {
            Guard.ReceivedBefore row => row.Mark,
            Guard.Later row => row.Mark,
            Guard.Past row => row.Mark,
            _ => null,
        })
        .Concat(site.Rule.Ask.Select(f => f.Type is FieldType.Date { NotBefore: not "today" } date ? date.NotBefore : null))
        .Concat(site.Rule.Do.SelectMany(d => d.Values).OfType<Value.OfRound>().Select(v => $"{CaseKinds.Round}.{v.Mark}"))
        .OfType<string>()
        .Select(mark => new MarkUse(site.Path, site.Procedure.Case, mark, site.Procedure, site.Stage, site));

    private static IEnumerable<CriterionTest> Tests(CriterionTest? test) => test switch
    {
        null => [],
        CriterionTest.Any any => any.Tests.SelectMany(Tests),
        CriterionTest.All all => all.Tests.SelectMany(Tests),
        _ => [test],
    };

    private IEnumerable<string> CasesMeeting(string group) =>
        map.Sites.Where(s => s.Rule.Meets.Contains(group)).Select(s => s.Procedure.Case).Distinct();

    private IEnumerable<string> CasesImposing(string ban)
    {
        var outcomes = map.Pack.Outcomes.Values.Where(o => o.Bans.Contains(ban)).Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        return map.Steps
            .Where(s => s.Step is Step.ImposeBan b && b.Ban == ban
                || s.Step is Step.ApplyOutcome { Outcome: Value.Literal l } && outcomes.Contains(l.Text)
                || s.Step is Step.ApplyOutcome { Outcome: Value.Given } && outcomes.Count > 0)
            .Select(s => s.Site.Procedure.Case).Distinct();
    }
}
