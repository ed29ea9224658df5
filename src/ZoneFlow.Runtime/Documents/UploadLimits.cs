namespace ZoneFlow.Runtime.Documents;

/// <summary>How much one upload may be. The defaults suit scanned dossiers; an office sets its own.</summary>
public sealed record UploadLimits
{
    public static UploadLimits Default { get; } = new();

    /// <summary>The file itself.</summary>
    public long MaxBytes { get; init; } = 50L << 20;

    /// <summary>All that one party may bring in a day.</summary>
    public long MostBytesOfParty { get; init; } = 2L << 30;

    /// <summary>All that may be brought to one case in a day, whoever brings it.</summary>
    public long MostBytesOfCase { get; init; } = 2L << 30;

    /// <summary>All that may come from one address without signing in, with objections, in a day.</summary>
    public long MostBytesOfStranger { get; init; } = 200L << 20;

    /// <summary>Parts in a DOCX, XLSX or OFD.</summary>
    public int MaxEntries { get; init; } = 10_000;

    /// <summary>All parts of a DOCX, XLSX or OFD together, once unpacked.</summary>
    public long MaxUnpackedBytes { get; init; } = 200L << 20;

    /// <summary>
    /// How many times its packed size a part may unpack to, once it is past the first megabyte: real sheets reach
    /// about fifty, bombs a thousand.
    /// </summary>
    public int MaxRatio { get; init; } = 100;

    /// <summary>Width times height of an image: an A3 page at 600 dpi has seventy million.</summary>
    public long MaxPixels { get; init; } = 100_000_000;
}
