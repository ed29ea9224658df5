namespace ZoneFlow.Web.Papers;

/// <summary>How large the head is set, so that a long office's name still stands in one line of the type area where it can.</summary>
public enum PaperSize
{
    Large,
    Middle,
    Small,
    Smallest,
}
