namespace ZoneFlow.Core.Cases;

/// <summary>What has been entered so far of one kind of amount in one year, in yuan.</summary>
/// <param name="As">budget or payment.</param>
/// <param name="Field">The name of the amount: central-funds.</param>
public sealed record FundSum(string As, int Year, string Field, decimal Amount);
