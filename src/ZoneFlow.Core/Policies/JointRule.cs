namespace ZoneFlow.Core.Policies;

/// <summary>A role whose parties apply together with the one that opens the case (联合申报).</summary>
/// <param name="Least">How many parties of the role must be named when the case is opened.</param>
/// <param name="Most">How many may be.</param>
public sealed record JointRule(string Role, int Least, int Most, Source Source);
