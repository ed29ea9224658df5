namespace ZoneFlow.Runtime.Previews;

/// <summary>One component of a JPEG: of each of its blocks of 8 by 8 samples, the mean alone (the coefficient called DC).</summary>
internal sealed class JpegPart(int id, int across, int down, int table)
{
    public int Id => id;

    /// <summary>Blocks in a unit, side by side.</summary>
    public int Across => across;

    /// <summary>Blocks in a unit, one under the other.</summary>
    public int Down => down;

    public int Table => table;

    /// <summary>Blocks that the picture itself has, without those that fill up its units.</summary>
    public int Wide { get; set; }

    public int High { get; set; }

    public int Stride { get; set; }

    public int[] Means { get; set; } = [];

    public int Last { get; set; }

    public JpegHuffman? MeanCodes { get; set; }

    public JpegHuffman? OtherCodes { get; set; }
}
