using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>A duty owed for one period. One that is over keeps only its state, in <see cref="CaseState.Past"/>.</summary>
/// <param name="Id">Duty and period: <c>annual-report/2027</c>.</param>
/// <param name="Owing">For a duty of each item: the items that still owe it; empty for a duty of the case itself.</param>
public sealed record Occurrence(string Id, string Duty, string Key, DateOnly Opened, Deadline Due, ImmutableArray<string> Owing);
