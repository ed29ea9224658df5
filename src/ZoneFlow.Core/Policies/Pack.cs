using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Core.Policies;

/// <summary>
/// A policy as data: everything that the lifecycle needs to run a case's life under it.
/// Read from YAML by the policies project; nothing here knows a file.
/// </summary>
public sealed record Pack(
    PackRevision Revision,
    Label Title,
    string Issuer,
    DateOnly Effective,
    Reckoning Reckoning,
    ImmutableSortedDictionary<string, RoleRule> Roles,
    ImmutableArray<string> Regions,
    ImmutableSortedDictionary<string, DocumentRule> Documents,
    ImmutableArray<FieldRule> Form,
    ImmutableArray<CriterionRule> Criteria,
    ImmutableSortedDictionary<string, MarkRule> Marks,
    ImmutableSortedDictionary<string, BanRule> Bans,
    ImmutableSortedDictionary<string, OutcomeRule> Outcomes,
    ImmutableSortedDictionary<string, CaseRule> Cases,
    ImmutableArray<ProcedureRule> Procedures,
    ImmutableArray<DutyRule> Duties,
    ImmutableSortedDictionary<string, LetterRule> Letters,
    ImmutableArray<ItemRule> Items,
    ImmutableArray<FundRule> Funds,
    ImmutableArray<ClauseRule> Clauses)
{
    public string Id => Revision.Pack;

    /// <summary>What every mark is called, those set by an action as well as the derived ones.</summary>
    public ImmutableSortedDictionary<string, Label> MarkLabels { get; init; } = ImmutableSortedDictionary<string, Label>.Empty;

    /// <summary>The bodies that the items of a plan are laid on, by key.</summary>
    public ImmutableSortedDictionary<string, UnitRule> Units { get; init; } = ImmutableSortedDictionary<string, UnitRule>.Empty;

    /// <summary>The lists that conditions are counted from (名录).</summary>
    public ImmutableArray<RosterRule> Rosters { get; init; } = [];

    /// <summary>How the application form is printed, or null where the pack does not say.</summary>
    public SheetRule? Sheet { get; init; }

    public ItemRule? Item(string key) => Items.FirstOrDefault(i => i.Key == key);

    public RosterRule? Roster(string name) => Rosters.FirstOrDefault(r => r.Name == name);

    public ProcedureRule Procedure(string name)
    {
        foreach (var rule in Procedures)
        {
            if (rule.Name == name)
            {
                return rule;
            }
        }

        throw new InvalidOperationException($"The pack {Id} has no procedure {name}.");
    }

    public DutyRule Duty(string name)
    {
        foreach (var rule in Duties)
        {
            if (rule.Name == name)
            {
                return rule;
            }
        }

        throw new InvalidOperationException($"The pack {Id} has no duty {name}.");
    }

    public IEnumerable<CriterionRule> CriteriaOf(IEnumerable<string> groups) => Criteria.Where(c => groups.Contains(c.Group));
}
