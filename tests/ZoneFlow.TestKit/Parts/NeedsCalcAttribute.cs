namespace ZoneFlow.TestKit.Parts;

/// <summary>The distribution's LibreOffice Calc without a screen: another program's reading of our workbooks.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsCalcAttribute : NeedsAttribute
{
    public const string Office = "/usr/bin/soffice";

    public override string? WhyMissing =>
        File.Exists("/usr/lib/libreoffice/program/libsclo.so") ? null : "LibreOffice Calc is not installed (Debian: apt-get install libreoffice-calc-nogui)";
}
