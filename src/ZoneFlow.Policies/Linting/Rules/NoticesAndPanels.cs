using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>Each entry of a public notice (公示) closes one way or the other, and a panel (评审) can be concluded.</summary>
internal static class NoticesAndPanels
{
    public static void Check(PackMap map, Report report)
    {
        foreach (var site in map.Firings.Where(s => s.Rule.On is Trigger.EachOpposed or Trigger.EachUnopposed && s.Stage is not StageRule.Notice))
        {
            report.Error("notice-exits", site.Path, $"'{site.Name}' closes an entry of a public notice (公示), and '{site.Stage!.Name}' is none.");
        }
        foreach (var procedure in map.Pack.Procedures)
        {
            foreach (var notice in procedure.Stages.OfType<StageRule.Notice>())
            {
                if (map.Pack.Roles.TryGetValue(notice.Rule.ObjectionsFrom, out var objector) && objector.Kind != RoleKind.Public)
                {
                    report.Error("objections-from", PackMap.StagePath(procedure, notice),
                        $"Anybody may object to a public notice (公示), known or not: '{objector.Name}' of '{procedure.Name}.{notice.Name}' is not of the kind 'public'.");
                }
                var words = PackMap.FiringsIn(procedure, notice).Select(s => s.Rule.Word).ToHashSet(StringComparer.Ordinal);
                string[] needed = notice.Rule.EntriesInState is null ? ["each-unopposed", "each-opposed"] : ["each-unopposed", "each-opposed", "elapsed"];
                foreach (var word in needed.Where(w => !words.Contains(w)))
                {
                    report.Error("notice-exits", PackMap.StagePath(procedure, notice), $"The public notice (公示) '{procedure.Name}.{notice.Name}' does not say what follows '{word}'.");
                }
            }
            foreach (var panel in procedure.Stages.OfType<StageRule.Panel>().Where(p => !Concludes(map, procedure, p)))
            {
                report.Error("panel-never-concluded", PackMap.StagePath(procedure, panel), $"No action concludes the panel (评审) '{procedure.Name}.{panel.Name}': only corrections or timers lead on from it.");
            }
        }
    }

    /// <summary>An action of the stage itself that leads on, and not into a correction.</summary>
    private static bool Concludes(PackMap map, ProcedureRule procedure, StageRule panel) =>
        map.ChartOf(procedure).WaysOn(panel).Any(w => w.Site.Rule.On is Trigger.Action && panel.Transitions.Contains(w.Site.Rule) && !w.To.Pauses);
}
