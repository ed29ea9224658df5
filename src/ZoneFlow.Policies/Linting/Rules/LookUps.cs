using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>What lies outside a case is brought in by a person's action; a timer or a message brings nothing.</summary>
internal static class LookUps
{
    public static void Check(PackMap map, Report report)
    {
        foreach (var site in map.Sites)
        {
            if (site.Rule.On is not Trigger.Action && !site.Rule.LooksUp.IsEmpty)
            {
                report.Error("machine-looks-up", site.Path, $"'{site.Name}' looks up {string.Join(", ", site.Rule.LooksUp)}, but only a person's action can: a timer or message brings nothing with it.");
            }
            foreach (var (lookUp, why) in site.Rule.If.Rows.Select(Needs).OfType<(string, string)>().Distinct())
            {
                if (!site.Rule.LooksUp.Contains(lookUp))
                {
                    report.Error("not-looked-up", site.Path, $"'{site.Name}' {why}, so it must look up '{lookUp}'.");
                }
            }
        }
    }

    private static (string LookUp, string Why)? Needs(Guard row) => row switch
    {
        Guard.NotBanned => ("bans", "asks whether someone is banned (禁止申报)"),
        Guard.MembersAreItems => ("members", "compares the round's members with its items"),
        Guard.FundRulesMet or Guard.FundRulesBroken => ("funds", "asks whether the fund rules (资金比例) are met"),
        Guard.IndicatorsMet => ("values", "asks whether the targets (指标) are reached"),
        Guard.NotIn notIn => (notIn.LookUp, $"compares '{notIn.Input}' with what is known outside the case"),
        _ => null,
    };
}
