using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>A share of a fund that must reach a bound in each year: watched when amounts are entered, decided when the year is closed.</summary>
/// <param name="Share">The amount that counts towards the share, and <paramref name="Of"/> the amount it is a share of: inputs of the acts.</param>
/// <param name="WarnAt">The kinds of amount (budget, payment) that warn where the year's share then falls short.</param>
/// <param name="BlockAt">The action that closes a year only where the share of what was paid is reached.</param>
/// <param name="Letter">The letter that carries the warning, or null.</param>
public sealed record FundRule(
    string Name, Label Label, string Share, string Of, decimal AtLeast, ImmutableArray<string> WarnAt, string BlockAt, string? Letter, Source Source)
{
    /// <summary>Whether the share is reached, compared exactly and never as a rounded quotient. Where as much was recovered as paid there is nothing to share.</summary>
    public bool IsMet(decimal part, decimal whole) => whole <= 0 || part >= AtLeast * whole;
}
