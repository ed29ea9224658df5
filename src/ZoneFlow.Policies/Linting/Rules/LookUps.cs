using ZoneFlow.Core.Cases;
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
            foreach (var (lookUp, why) in site.Rule.If.Rows.Select(Needs).Concat(site.Rule.Do.SelectMany(d => Needs(map.Pack, d))).OfType<(string, string)>().Distinct())
            {
                if (!site.Rule.LooksUp.Contains(lookUp))
                {
                    report.Error("not-looked-up", site.Path, $"'{site.Name}' {why}, so it must look up '{lookUp}'.");
                }
            }
        }
    }

    private static IEnumerable<(string LookUp, string Why)?> Needs(Pack pack, Step step)
    {
        yield return step switch
        {
            Step.Rank => ("scores", "adds up the experts' scores"),
            Step.ImposeBan b when pack.Bans.GetValueOrDefault(b.Ban) is { } ban && NamesAParty(ban) => ("bans", "imposes a ban (禁止申报), whose subject is known by its code"),
            Step.ApplyOutcome when pack.Bans.Values.Any(NamesAParty) => ("bans", "can impose a ban (禁止申报), whose subject is known by its code"),
            _ => null,
        };
        if (step.Values.Any(v => v is Value.OfRound))
        {
            yield return ("round", "takes a date of the round");
        }
    }

    private static bool NamesAParty(BanRule ban) => ban.Subject != CaseKinds.Zone || ban.AlsoWarn is not null;

    private static (string LookUp, string Why)? Needs(Guard row) => row switch
    {
        Guard.NotBanned => ("bans", "asks whether someone is banned (禁止申报)"),
        Guard.ReceivedBefore { Mark: var mark } when mark.StartsWith("round.", StringComparison.Ordinal) => ("round", "compares with a date of the round"),
        Guard.MembersAreItems => ("members", "compares the round's members with its items"),
        Guard.FundRulesMet or Guard.FundRulesBroken => ("funds", "asks whether the fund rules (资金比例) are met"),
        Guard.IndicatorsMet => ("values", "asks whether the targets (指标) are reached"),
        Guard.NotIn notIn => (notIn.LookUp, $"compares '{notIn.Input}' with what is known outside the case"),
        _ => null,
    };
}
