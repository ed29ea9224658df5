using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>What a criterion (条件) tests, the application form asks for; what no machine tests, a person judges.</summary>
internal static class CriteriaFields
{
    public static void Check(PackMap map, Report report)
    {
        var asked = map.Pack.Form.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var criterion in map.Pack.Criteria)
        {
            var path = $"criteria/{criterion.Group}/{criterion.Name}";
            foreach (var field in (criterion.Test?.Reads ?? []).Where(f => !asked.Contains(f)).Distinct())
            {
                report.Error("unasked-field", path,
                    $"The criterion (条件) '{criterion.Name}' of {criterion.Source} tests '{field}', which the application form (申报表) never asks.");
            }
            if (criterion.Test is null && criterion.Judge is null)
            {
                report.Error("empty-criterion", path, $"The criterion (条件) '{criterion.Name}' has neither a test nor a role that judges it.");
            }
        }
    }
}
