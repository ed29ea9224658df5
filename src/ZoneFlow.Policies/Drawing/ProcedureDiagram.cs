using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Drawing;

/// <summary>One procedure as stages and the ways between them. Each stage that can end it has its own end beside it.</summary>
public static class ProcedureDiagram
{
    private const string Anywhere = "anywhere";

    public static Diagram Of(Pack pack, ProcedureRule procedure)
    {
        var boxes = new List<DiagramBox>();
        var arrows = new List<DiagramArrow>();
        boxes.AddRange(Starts(pack, procedure));
        arrows.AddRange(boxes.Select(b => new DiagramArrow(b.Id, procedure.First, b.Kind == BoxKind.Duty ? ArrowKind.Timer : ArrowKind.Action, [])));
        foreach (var stage in procedure.Stages.Where(s => s is not StageRule.End))
        {
            boxes.Add(new DiagramBox(stage.Name, KindOf(stage), stage.Label.Zh, [.. Lines(pack, stage)]));
            Ways(stage.Name, stage.Transitions, stage);
        }

        if (!procedure.Anywhere.IsEmpty)
        {
            boxes.Add(new DiagramBox(Anywhere, BoxKind.Anywhere, "任一环节", [.. procedure.Anywhere.Where(t => t.To is Destination.Stay).Select(t => Line(pack, procedure, null, t))]));
            Ways(Anywhere, procedure.Anywhere, null);
        }

        return new Diagram(procedure.Name, procedure.Label, pack.Title.Zh, [.. boxes], [.. arrows]);

        void Ways(string from, ImmutableArray<TransitionRule> transitions, StageRule? stage)
        {
            var ways = transitions.SelectMany(t => Targets(procedure, from, t), (t, to) => (Rule: t, To: to));
            foreach (var way in ways.GroupBy(w => (w.To, Kind: KindOf(w.Rule))))
            {
                var target = way.Key.To;
                if (procedure.Stages.FirstOrDefault(s => s.Name == target) is StageRule.End end)
                {
                    target = $"{from}--{end.Name}";
                    if (boxes.All(b => b.Id != target))
                    {
                        boxes.Add(new DiagramBox(target, BoxKind.End, end.Label.Zh, []));
                    }
                }

                arrows.Add(new DiagramArrow(from, target, way.Key.Kind, [.. way.Select(w => Line(pack, procedure, stage, w.Rule))]));
            }
        }
    }

    private static IEnumerable<DiagramBox> Starts(Pack pack, ProcedureRule procedure)
    {
        if (pack.Cases.TryGetValue(procedure.Case, out var kind) && kind.OpensWith == procedure.Name)
        {
            yield return new DiagramBox("start-case", BoxKind.Start, $"建立{kind.Label.Zh}", [Words.Role(pack, kind.OpenedBy)]);
        }

        if (procedure.OpenedBy is { } opening)
        {
            yield return new DiagramBox(
                "start-act", BoxKind.Start, opening.Act.Label.Zh,
                [.. opening.Act.By is { } by ? [Words.Who(pack, by)] : Array.Empty<string>(), .. While(kind, opening.While)]);
        }

        foreach (var duty in pack.Duties.Where(d => d.Starts == procedure.Name))
        {
            yield return new DiagramBox($"duty-{duty.Name}", BoxKind.Duty, duty.Label.Zh, [Words.Schedule(pack, duty.Schedule) + Words.Effect(duty.Source)]);
        }

        foreach (var (from, rule) in pack.Procedures.SelectMany(p => p.Stages.SelectMany(s => s.Transitions).Concat(p.Anywhere), (p, t) => (p, t))
            .Where(s => s.t.Do.Any(d => d is Step.Start start && start.Procedure == procedure.Name)).DistinctBy(s => (s.p.Name, s.t.Label.Zh)))
        {
            yield return new DiagramBox($"start-{from.Name}-{rule.Word.Replace('.', '-')}", BoxKind.Start, from.Label.Zh, [rule.Label.Zh]);
        }
    }

    private static IEnumerable<string> While(CaseRule? kind, ImmutableArray<string> standings) =>
        standings.IsEmpty || kind is null ? [] : [$"限{string.Join('、', standings.Select(s => kind.Standings.FirstOrDefault(x => x.Name == s)?.Label.Zh ?? s))}"];

    private static IEnumerable<string> Lines(Pack pack, StageRule stage)
    {
        switch (stage)
        {
            case StageRule.Task task:
                yield return task.Collective is { } meeting ? meeting.Zh : Words.Who(pack, task.By);
                break;
            case StageRule.Panel panel:
                yield return $"{Words.Role(pack, panel.Rule.Of)}评分，{Words.Role(pack, panel.Rule.SeatedBy)}组织";
                break;
            case StageRule.Notice notice:
                yield return $"公示{Words.Length(notice.Rule.For)}{Words.Effect(notice.Rule.Source)}";
                break;
            case StageRule.Wait wait:
                yield return wait.Until is { } mark ? $"待{Words.Mark(pack, mark)}" : wait.For is { } kind && pack.Cases.TryGetValue(kind, out var rule) ? $"待{rule.Label.Zh}结果" : "等待";
                break;
        }

        if (stage is StageRule.Task { Due: var due } && Words.Due(pack, due) is { } byTask)
        {
            yield return byTask;
        }
        else if (stage is StageRule.Panel { Due: var panelDue } && Words.Due(pack, panelDue) is { } byPanel)
        {
            yield return byPanel;
        }

        foreach (var act in stage.OptionalActs)
        {
            yield return $"{(act.Always ? "必经" : "可选")}：{act.Label.Zh}";
        }

        foreach (var stay in stage.Transitions.Where(t => t.To is Destination.Stay || (t.To is Destination.Stage to && to.Name == stage.Name)))
        {
            yield return Stays(stay);
        }
    }

    private static string Stays(TransitionRule rule) => $"本环节内：{rule.Label.Zh}";

    private static string Line(Pack pack, ProcedureRule procedure, StageRule? stage, TransitionRule rule)
    {
        // Who acts is said where it is not whoever holds the stage.
        var holder = stage is StageRule.Task task ? task.By : null;
        var by = rule.On is Trigger.Action && rule.By is { } own && (holder is null || !own.Roles.SequenceEqual(holder.Roles)) ? $"（{Words.Who(pack, own)}）" : "";
        var says = rule.Do.OfType<Step.Send>().Select(s => Receiver(pack, procedure, s)).Distinct().ToList();
        return $"{rule.Label.Zh}{by}{(rule.AfterDue ? "〔逾期后〕" : "")}{(says.Count > 0 ? $"〔通知{string.Join('、', says)}〕" : "")}";
    }

    private static string Receiver(Pack pack, ProcedureRule procedure, Step.Send send)
    {
        var kind = send.To is Recipients.Linked linked ? linked.Name : pack.Cases.GetValueOrDefault(procedure.Case)?.ItemsOf;
        return kind is not null && pack.Cases.TryGetValue(kind, out var rule) ? rule.Label.Zh : kind ?? "";
    }

    private static BoxKind KindOf(StageRule stage) => stage switch
    {
        StageRule.Task => BoxKind.Task,
        StageRule.Panel => BoxKind.Panel,
        StageRule.Notice => BoxKind.Notice,
        StageRule.Wait => BoxKind.Wait,
        _ => BoxKind.End,
    };

    private static ArrowKind KindOf(TransitionRule rule) => rule.On switch
    {
        Trigger.Elapsed or Trigger.EachOpposed or Trigger.EachUnopposed => ArrowKind.Timer,
        Trigger.Message => ArrowKind.Message,
        _ => ArrowKind.Action,
    };

    // Back is to each stage that sends the file here.
    private static IEnumerable<string> Targets(ProcedureRule procedure, string from, TransitionRule rule) => rule.To switch
    {
        Destination.Stage to when to.Name != from => [to.Name],
        Destination.Back => procedure.Stages.Where(s => s.Transitions.Any(t => t.To is Destination.Stage d && d.Name == from)).Select(s => s.Name),
        _ => [],
    };
}
