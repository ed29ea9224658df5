using System.Collections.Immutable;

namespace ZoneFlow.Policies.Simulation;

/// <summary>One script under two packs.</summary>
/// <param name="Steps">Line by line what came of it.</param>
/// <param name="Dates">What was due, owed, set or reached, by name and in order, with the dates beside each other.</param>
/// <param name="Lacks">What one pack has and the other has not, in sentences.</param>
public sealed record CompareReport(string First, string Second, ImmutableArray<CompareRow> Steps, ImmutableArray<CompareRow> Dates, ImmutableArray<string> Lacks);
