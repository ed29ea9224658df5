using System.Collections.Immutable;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Policies.Simulation;

/// <summary>A life written down: who takes part, and what they do when.</summary>
/// <param name="Start">The clock's first instant.</param>
/// <param name="Seed">What chance draws from, unless whoever runs it says otherwise.</param>
/// <param name="Codes">The 统一社会信用代码 of the parties that are given one.</param>
/// <param name="Parties">The people by the names that the steps use.</param>
public sealed record Script(
    DateTimeOffset Start, int Seed, ImmutableSortedDictionary<string, Actor> Parties, ImmutableSortedDictionary<string, string> Codes, ImmutableArray<ScriptStep> Steps);
