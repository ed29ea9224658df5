namespace ZoneFlow.TestKit.Parts;

/// <summary>The distribution's clamd, for scanning uploads.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsClamdAttribute : NeedsAttribute
{
    public const string Program = "/usr/sbin/clamd";

    public override string? WhyMissing => File.Exists(Program) ? null : "clamd is not installed (Debian: apt-get install clamav-daemon)";
}
