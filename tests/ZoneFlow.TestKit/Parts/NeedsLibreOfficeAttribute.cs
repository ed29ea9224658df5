namespace ZoneFlow.TestKit.Parts;

/// <summary>The distribution's LibreOffice Writer without a screen: another program's reading of our text documents.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsLibreOfficeAttribute : NeedsAttribute
{
    public const string Office = "/usr/bin/soffice";

    public override string? WhyMissing =>
        File.Exists(Office) ? null : "LibreOffice Writer is not installed (Debian: apt-get install libreoffice-writer-nogui)";
}
