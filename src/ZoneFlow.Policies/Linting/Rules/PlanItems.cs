using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>A task (任务) of a plan: its roles stand where a task is known, its units are units, and what it must issue can be issued.</summary>
internal static class PlanItems
{
    public static void Check(PackMap map, Report report)
    {
        Roles(map, report);
        foreach (var duty in map.Pack.Duties.Where(d => map.Procedure(d.Starts) is { } started && started.PerItem != d.PerItem))
        {
            report.Error("per-item", $"duties/{duty.Name}", $"The duty (义务) '{duty.Name}' and the procedure '{duty.Starts}' must both be of each item (per-item), or neither.");
        }
        foreach (var procedure in map.Pack.Procedures.Where(p => p is { PerItem: true, OpenedBy: { } opening } && opening.Act.Ask.All(f => f.Name != "item")))
        {
            report.Error("per-item", $"{PackMap.Path(procedure)}/opened-by", $"'{procedure.Name}' is of one item (per-item), so opening it must ask for the 'item'.");
        }
        foreach (var kind in map.Pack.Cases.Values.Where(k => k.PackItems is not null && map.Pack.Items.IsEmpty))
        {
            report.Error("no-items", $"cases/{kind.Kind}", $"A '{kind.Kind}' takes its items from the pack, which has none.");
        }
        foreach (var unit in map.Pack.Units.Values.Where(u => u.Of.Any(m => map.Pack.Units.GetValueOrDefault(m) is { IsGroup: true })))
        {
            report.Error("group-of-groups", $"units/{unit.Key}", $"The group '{unit.Key}' ({unit.Label.Zh}) holds another group; name its units one by one.");
        }
        if (map.Pack.Items.Any(i => !i.Instruments.IsEmpty) && !map.Steps.Any(s => s.Step is Step.IssueInstrument))
        {
            report.Error("never-issued", $"items/{map.Pack.Items.First(i => !i.Instruments.IsEmpty).Key}", "Some tasks have instruments (文件) to issue, and no action marks one as issued.");
        }
        if (map.Pack.Items.Any(i => !i.Indicators.IsEmpty) && !map.Steps.Any(s => s.Step is Step.FileValues))
        {
            report.Error("never-measured", $"items/{map.Pack.Items.First(i => !i.Indicators.IsEmpty).Key}", "Some tasks have indicators (指标), and no action files their values.");
        }
        if (map.Pack.Items.Any(i => i.Lead.IsEmpty) && map.Pack.Cases.Values.Any(k => k.PackItems is not null) && !map.Steps.Any(s => s.Step is Step.NameUnits))
        {
            report.Error("lead-never-named", $"items/{map.Pack.Items.First(i => i.Lead.IsEmpty).Key}", "The text names no lead (牵头单位) for some tasks, and no action names one.");
        }
    }

    private static void Roles(PackMap map, Report report)
    {
        foreach (var role in map.Pack.Roles.Values)
        {
            var isOfItem = role.Kind is RoleKind.Lead or RoleKind.Responsible;
            if (role.PerItem != isOfItem)
            {
                report.Error("per-item", $"roles/{role.Name}", $"The role (角色) '{role.Name}' must be of one item (per-item) where it is a lead or responsible unit, and nowhere else.");
            }
            if (role.PerItem && !map.Pack.Roles.Values.Any(r => r.Kind == RoleKind.Unit))
            {
                report.Error("no-unit-role", $"roles/{role.Name}", $"'{role.Name}' is played by units, and no role of kind 'unit' says which party is which unit.");
            }
        }
        foreach (var procedure in map.Pack.Procedures.Where(p => !p.PerItem))
        {
            foreach (var stage in procedure.Stages.OfType<StageRule.Task>().Where(s => s.By.Roles.Any(r => map.Pack.Roles.GetValueOrDefault(r)?.PerItem == true)))
            {
                report.Error("per-item", PackMap.StagePath(procedure, stage), $"'{procedure.Name}.{stage.Name}' is held by the units of one item, but '{procedure.Name}' is of no one item.");
            }
        }
    }
}
