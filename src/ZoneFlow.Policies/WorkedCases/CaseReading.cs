using System.Collections.Immutable;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.WorkedCases;

/// <summary>The worked cases of a folder, and what is wrong with their files; a row with a problem is not among the cases.</summary>
public sealed record CaseReading(ImmutableArray<WorkedCase> Cases, ImmutableArray<Problem> Problems);
