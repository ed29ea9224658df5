namespace ZoneFlow.TestKit.Parts;

/// <summary>A long test that only a run of everything has time for.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsFullRunAttribute : NeedsAttribute
{
    public override string? WhyMissing => RunSize.Full ? null : "it is long: it runs where ZONEFLOW_FULL is 1, as in .ci/run";
}
