namespace ZoneFlow.TestKit.Parts;

/// <summary>The distribution's poppler: reads a printed page back by position.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsPopplerAttribute : NeedsAttribute
{
    public const string PdfToText = "/usr/bin/pdftotext";

    public override string? WhyMissing => File.Exists(PdfToText) ? null : "poppler is not installed (Debian: apt-get install poppler-utils)";
}
