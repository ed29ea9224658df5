namespace ZoneFlow.Runtime.Previews;

/// <summary>Takes a picture's pixels as they are decoded and keeps only the means of boxes, so that a picture of any size costs one thumbnail of memory.</summary>
internal sealed class Shrinking
{
    private readonly int[] _column;
    private readonly int[] _row;
    private readonly long[] _sums;
    private readonly int[] _counts;

    public Shrinking(int width, int height, PreviewLimits limits)
    {
        var scale = Math.Min(1, Math.Min((double)limits.Width / width, (double)limits.Height / height));
        (Width, Height) = (Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)));
        _column = [.. Enumerable.Range(0, width).Select(x => (int)((long)x * Width / width))];
        _row = [.. Enumerable.Range(0, height).Select(y => (int)((long)y * Height / height))];
        (_sums, _counts) = (new long[Width * Height * 3], new int[Width * Height]);
    }

    private int Width { get; }

    private int Height { get; }

    public void Add(int x, int y, int red, int green, int blue)
    {
        var box = (_row[y] * Width) + _column[x];
        _counts[box]++;
        _sums[3 * box] += red;
        _sums[(3 * box) + 1] += green;
        _sums[(3 * box) + 2] += blue;
    }

    public Raster Result()
    {
        var rgb = new byte[_sums.Length];
        for (var i = 0; i < rgb.Length; i++)
        {
            rgb[i] = (byte)Math.Clamp(_sums[i] / Math.Max(1, _counts[i / 3]), 0, 255);
        }

        return new Raster(Width, Height, rgb);
    }
}
