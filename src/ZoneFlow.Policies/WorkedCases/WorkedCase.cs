using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Simulation;

namespace ZoneFlow.Policies.WorkedCases;

/// <summary>One row of a worked case (案例): what is lived, and what must be so afterwards.</summary>
/// <param name="Line">The row's line, or the case's where it has no rows.</param>
/// <param name="Name">What the case says, then the row's values.</param>
/// <param name="Parts">The scripts lived one after another in one world, each with the file that it was written in.</param>
public sealed record WorkedCase(
    string File, int Line, string Name, ImmutableArray<(string File, Script Script)> Parts, ImmutableArray<WorkedCase.Fact> Then)
{
    public override string ToString() => $"{File}:{Line} {Name}";

    /// <summary>One thing that must be so: <c>due</c> of <c>annual-report/2026</c> is <c>2026-02-28</c>.</summary>
    /// <param name="Of">What it is said of; empty where it is the case itself.</param>
    public sealed record Fact(CaseId Case, string What, string Of, string Expected);
}
