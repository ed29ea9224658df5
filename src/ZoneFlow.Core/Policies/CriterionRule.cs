using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>One condition of a policy: tested by the machine, attested by a person, or both.</summary>
/// <param name="Group">The set it belongs to: 集聚区, 运营单位.</param>
/// <param name="Judge">The role whose official attests it, or null where the test alone decides.</param>
/// <param name="Relax">The grounds on which an official may set the test aside, with a reason; empty where it may not be.</param>
public sealed record CriterionRule(
    string Group,
    string Name,
    Label Label,
    CriterionTest? Test,
    string? Judge,
    string? RelaxedBy,
    ImmutableArray<string> Relax,
    Source Source);
