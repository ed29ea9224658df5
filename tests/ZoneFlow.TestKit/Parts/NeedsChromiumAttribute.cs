namespace ZoneFlow.TestKit.Parts;

/// <summary>The distribution's Chromium, with a font that has Chinese: the pages as people see them.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsChromiumAttribute : NeedsAttribute
{
    // The distribution's, since that is the one its package manager keeps up to date. The shell draws the same pages with
    // no window around them, at a third of the cost.
    private static readonly string[] Known = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    public static string? Chromium => Known.FirstOrDefault(File.Exists);

    public override string? WhyMissing =>
        Chromium is null ? "Chromium is not installed (Debian: apt-get install chromium-headless-shell fonts-noto-cjk)" : null;
}
