namespace ZoneFlow.TestKit.Parts;

/// <summary>The distribution's xmllint: another program's opinion of our XML.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsXmlLintAttribute : NeedsAttribute
{
    public const string XmlLint = "/usr/bin/xmllint";

    public override string? WhyMissing => File.Exists(XmlLint) ? null : "xmllint is not installed (Debian: apt-get install libxml2-utils)";
}
