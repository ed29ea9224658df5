namespace ZoneFlow.TestKit.Parts;

/// <summary>The distribution's Chromium, with a font that has Chinese: the pages as people see them.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsChromiumAttribute : NeedsAttribute
{
    /// <summary>The distribution's, since that is the one its package manager keeps up to date.</summary>
    public const string Chromium = "/usr/bin/chromium";

    public override string? WhyMissing =>
        File.Exists(Chromium) ? null : "Chromium is not installed (Debian: apt-get install chromium fonts-noto-cjk)";
}
