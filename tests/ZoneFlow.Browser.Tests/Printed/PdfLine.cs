namespace ZoneFlow.Browser.Tests.Printed;

/// <summary>A line of a page as poppler reads it; millimetres from the page's upper left corner.</summary>
internal sealed record PdfLine(int Page, string Text, double Left, double Top, double Right, double Bottom)
{
    public double Middle => (Left + Right) / 2;

    public double Height => Bottom - Top;
}
