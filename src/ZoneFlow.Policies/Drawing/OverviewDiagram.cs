using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Drawing;

/// <summary>A whole pack on one sheet: what opens which procedure, what is owed, what one procedure starts or tells another, and how a case ends.</summary>
public static class OverviewDiagram
{
    public static Diagram Of(Pack pack)
    {
        var boxes = new List<DiagramBox>();
        var arrows = new List<DiagramArrow>();
        foreach (var kind in pack.Cases.Values.Where(k => pack.Procedures.Any(p => p.Name == k.OpensWith)))
        {
            boxes.Add(new DiagramBox($"case-{kind.Kind}", BoxKind.Start, $"建立{kind.Label.Zh}", [Words.Role(pack, kind.OpenedBy)]));
            arrows.Add(new DiagramArrow($"case-{kind.Kind}", kind.OpensWith, ArrowKind.Action, []));
        }

        foreach (var duty in pack.Duties)
        {
            boxes.Add(new DiagramBox($"duty-{duty.Name}", BoxKind.Duty, duty.Label.Zh, [Words.Schedule(pack, duty.Schedule) + Words.Effect(duty.Source)]));
            arrows.Add(new DiagramArrow($"duty-{duty.Name}", duty.Starts, ArrowKind.Timer, []));
        }

        foreach (var procedure in pack.Procedures)
        {
            boxes.Add(new DiagramBox(procedure.Name, BoxKind.Procedure, procedure.Label.Zh, [.. Lines(pack, procedure)]));
            arrows.AddRange(From(pack, procedure));
        }

        boxes.AddRange(pack.Outcomes.Values.Select(o => new DiagramBox($"outcome-{o.Name}", BoxKind.Outcome, o.Label.Zh, [.. Bans(pack, o)])));
        return new Diagram(Diagram.Overview, new Label("程序、义务和处理结果总览", "Procedures, duties and outcomes"), pack.Title.Zh, [.. boxes], [.. arrows]);
    }

    private static IEnumerable<string> Lines(Pack pack, ProcedureRule procedure)
    {
        if (procedure.OpenedBy is { } opening)
        {
            yield return $"{(opening.Act.By is { } by ? Words.Who(pack, by) : "")}：{opening.Act.Label.Zh}";
        }

        if (!pack.Cases.TryGetValue(procedure.Case, out var kind))
        {
            yield break;
        }

        var standings = Rules(procedure).SelectMany(t => t.Do).OfType<Step.SetStanding>().Select(s => s.Standing).Distinct().ToList();
        if (standings.Count > 0)
        {
            yield return $"状态：{string.Join('、', standings.Select(s => kind.Standings.FirstOrDefault(x => x.Name == s)?.Label.Zh ?? s))}";
        }
    }

    private static IEnumerable<DiagramArrow> From(Pack pack, ProcedureRule procedure)
    {
        var starts = Rules(procedure).SelectMany(t => t.Do.OfType<Step.Start>(), (t, s) => (s.Procedure, t.Label.Zh, Kind: t.On is Trigger.Elapsed ? ArrowKind.Timer : ArrowKind.Action));
        foreach (var way in starts.Where(s => s.Procedure != procedure.Name && pack.Procedures.Any(p => p.Name == s.Procedure)).GroupBy(s => (s.Procedure, s.Kind)))
        {
            yield return new DiagramArrow(procedure.Name, way.Key.Procedure, way.Key.Kind, [.. way.Select(w => w.Zh).Distinct()]);
        }

        var says = Rules(procedure).SelectMany(t => t.Do).OfType<Step.Send>().Select(s => s.Say).ToHashSet(StringComparer.Ordinal);
        foreach (var other in pack.Procedures.Where(p => p.Case != procedure.Case))
        {
            var heard = Rules(other).Where(t => t.On is Trigger.Message m && m.From == procedure.Case && says.Contains(m.Say)).Select(t => t.Label.Zh).Distinct().ToList();
            if (heard.Count > 0)
            {
                yield return new DiagramArrow(procedure.Name, other.Name, ArrowKind.Message, [.. heard]);
            }
        }

        foreach (var rule in Rules(procedure))
        {
            foreach (var outcome in rule.Do.OfType<Step.ApplyOutcome>().SelectMany(s => Outcomes(pack, procedure, s.Outcome)).Distinct())
            {
                yield return new DiagramArrow(procedure.Name, $"outcome-{outcome}", ArrowKind.Action, [rule.Label.Zh]);
            }
        }
    }

    // An outcome that a procedure is started with is one of those that somebody starts it with.
    private static IEnumerable<string> Outcomes(Pack pack, ProcedureRule procedure, Value outcome)
    {
        if (outcome is Value.Literal literal)
        {
            return [literal.Text];
        }

        var given = pack.Procedures.SelectMany(Rules).SelectMany(t => t.Do).OfType<Step.Start>().Where(s => s.Procedure == procedure.Name)
            .SelectMany(s => s.With.Values).OfType<Value.Literal>().Select(v => v.Text).Where(pack.Outcomes.ContainsKey).Distinct().ToList();
        return given.Count > 0 ? given : pack.Outcomes.Keys;
    }

    private static IEnumerable<string> Bans(Pack pack, OutcomeRule outcome) => outcome.Bans.Where(pack.Bans.ContainsKey)
        .Select(b => $"{pack.Bans[b].Label.Zh}（{Words.Length(pack.Bans[b].For)}）").Prepend($"法律依据：{outcome.Source.Article ?? "文本未定"}");

    private static IEnumerable<TransitionRule> Rules(ProcedureRule procedure) => procedure.Stages.SelectMany(s => s.Transitions)
        .Concat(procedure.Anywhere).Concat(procedure.OpenedBy is { } opening ? [opening.Act] : Array.Empty<TransitionRule>());
}
