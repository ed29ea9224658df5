namespace ZoneFlow.Runtime.Previews;

/// <summary>How much is done to show one document. Content comes from applicants and is not trusted: whatever is past a limit is not shown.</summary>
public sealed record PreviewLimits
{
    public static PreviewLimits Default { get; } = new();

    /// <summary>Width times height of a picture that a thumbnail is made of.</summary>
    public long MaxPixels { get; init; } = 100_000_000;

    /// <summary>A picture's width or height: a row is held in memory.</summary>
    public int MaxSide { get; init; } = 30_000;

    /// <summary>A thumbnail is at most this wide.</summary>
    public int Width { get; init; } = 120;

    /// <summary>A thumbnail is at most this high.</summary>
    public int Height { get; init; } = 160;

    /// <summary>How long one thumbnail may take.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Characters of a text document that are shown.</summary>
    public int MaxCharacters { get; init; } = 200_000;

    /// <summary>Paragraphs of a text document that are shown.</summary>
    public int MaxParagraphs { get; init; } = 5_000;

    /// <summary>How long reading a text document may take.</summary>
    public TimeSpan LongestText { get; init; } = TimeSpan.FromSeconds(3);
}
