using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>
/// A default (默认) may move a stage. It never changes a standing (状态), imposes a ban (禁止申报) or applies an outcome,
/// directly or through what follows with no person taking part.
/// </summary>
internal static class DefaultsAndStandings
{
    public static void Check(PackMap map, Report report)
    {
        var chains = new Chains(map);
        foreach (var site in map.Firings.Where(s => TimedByDefault(map, s)))
        {
            foreach (var reached in chains.From(site))
            {
                if (reached.Rule.Do.Select(What).FirstOrDefault(w => w is not null) is { } what)
                {
                    var through = reached == site ? "" : $" through '{reached.Name}'";
                    report.Error("default-changes-standing", site.Path,
                        $"'{site.Name}' comes of a default (默认) and not of the text, yet it {what}{through} with no person deciding.");
                }
            }
        }
    }

    private static string? What(Step step) => step switch
    {
        Step.SetStanding s => $"changes the standing (状态) to '{s.Standing}'",
        Step.ImposeBan s => $"imposes the ban (禁止申报) '{s.Ban}'",
        Step.ApplyOutcome => "applies an outcome (处理结果)",
        _ => null,
    };

    private static bool TimedByDefault(PackMap map, Site site) =>
        site.Rule.On is Trigger.Elapsed or Trigger.EachUnopposed && site.Stage switch
        {
            StageRule.Notice notice => IsNorm(notice.Rule.Source),
            // A date that a person set is that person's; a date derived from it is as good as its own source.
            StageRule.Wait wait => IsNorm(wait.Source ?? (wait.Until is { } until ? map.Pack.Marks.GetValueOrDefault(until)?.Source : null)),
            _ => IsNorm(site.Stage?.Due?.Source),
        };

    private static bool IsNorm(Source? source) => source is { Effect: LegalEffect.ServiceNorm };
}
