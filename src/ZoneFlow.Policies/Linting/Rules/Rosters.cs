using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>A roster (名录): what is counted from it can be counted, and what is watched in it can be told from its counts alone.</summary>
internal static class Rosters
{
    public static void Check(PackMap map, Report report)
    {
        foreach (var roster in map.Pack.Rosters)
        {
            var path = $"rosters/{roster.Name}";
            Columns(roster, path, report);
            Counts(map, roster, path, report);
            Watch(map, roster, path, report);
        }
        foreach (var twice in map.Pack.Rosters.SelectMany(r => r.Counts.Select(c => (Roster: r, c.Name))).GroupBy(c => c.Name).Where(g => g.Count() > 1))
        {
            report.Error("counted-twice", $"rosters/{twice.Last().Roster.Name}", $"'{twice.Key}' is counted from more than one roster (名录).");
        }
    }

    private static void Columns(RosterRule roster, string path, Report report)
    {
        foreach (var column in roster.Columns.Where(c => c.Type is not (FieldType.Whole or FieldType.Number or FieldType.YesNo or FieldType.Choice or FieldType.Text) || c.Private))
        {
            report.Error("roster-column", path, $"The column (栏目) '{column.Name}' of '{roster.Name}' must be a number, yes-no, a choice or a text that anybody may read.");
        }
    }

    private static void Counts(PackMap map, RosterRule roster, string path, Report report)
    {
        foreach (var count in roster.Counts)
        {
            if (map.Pack.Form.FirstOrDefault(f => f.Name == count.Name) is { Type: not (FieldType.Whole or FieldType.Number) })
            {
                report.Error("roster-count", path, $"'{count.Name}' is counted from '{roster.Name}', so the form (申报表) must ask for it as a number.");
            }
            if (roster.Columns.FirstOrDefault(c => c.Name == count.Sum) is { Type: not (FieldType.Whole or FieldType.Number) })
            {
                report.Error("roster-count", path, $"'{count.Name}' adds up '{count.Sum}', which is no number.");
            }
            if (roster.Columns.FirstOrDefault(c => c.Name == count.Where) is { } where && !CanSay(where.Type, count.Is))
            {
                report.Error("roster-count", path, $"'{count.Name}' counts where '{count.Where}' is '{count.Is ?? "yes"}', which it never says.");
            }
        }
    }

    private static void Watch(PackMap map, RosterRule roster, string path, Report report)
    {
        var counted = roster.Counts.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var criterion in (roster.Watch?.Criteria ?? []).SelectMany(n => map.Pack.Criteria.Where(c => c.Name == n)))
        {
            if (criterion.Test is null || criterion.Test.Reads.FirstOrDefault(f => !counted.Contains(f)) is not null)
            {
                report.Error("roster-watch", path, $"'{criterion.Name}' is watched in '{roster.Name}', but it is not told from what is counted there alone.");
            }
        }
    }

    private static bool CanSay(FieldType type, string? value) => type switch
    {
        FieldType.YesNo => value is null or "yes" or "no",
        FieldType.Choice choice => value is not null && choice.Options.Contains(value),
        _ => value is not null,
    };
}
