using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Showing;

/// <summary>Criteria as the answers meet them now.</summary>
internal static class CriterionLines
{
    public static IReadOnlyList<CriterionLine> Of(
        Pack pack, CaseState state, IEnumerable<CriterionRule> criteria, ImmutableSortedDictionary<string, FieldValue> answers)
    {
        var unmet = Criteria.Unmet(pack, pack.Criteria.Select(c => c.Group).Distinct(), answers, state.Marks).ToDictionary(d => d.Name);
        return
        [
            .. criteria.Select(c => new CriterionLine(
                c.Name, c.Label,
                c.Test is null ? CriterionStanding.Judged : unmet.ContainsKey(c.Name) ? CriterionStanding.Unmet : CriterionStanding.Met,
                unmet.TryGetValue(c.Name, out var detail) ? detail.Message : c.Judge is { } judge ? JudgedBy(pack, judge) : null, c.Source)),
        ];
    }

    private static Label JudgedBy(Pack pack, string role) =>
        pack.Roles[role].Label is var label ? new Label($"由{label.Zh}判断。", $"Judged by the {label.En ?? label.Zh}.") : label;
}
