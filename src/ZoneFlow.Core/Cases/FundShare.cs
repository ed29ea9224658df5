using ZoneFlow.Core.Cases.Deciding;

namespace ZoneFlow.Core.Cases;

/// <summary>A share in words, never rounded up: 39.999 % must not be shown as the 40 % that it falls short of.</summary>
public static class FundShare
{
    public static string Percent(decimal part, decimal whole) => Funds.Share((part, whole));
}
