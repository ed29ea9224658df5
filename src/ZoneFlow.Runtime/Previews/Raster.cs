namespace ZoneFlow.Runtime.Previews;

/// <summary>A picture in memory: three bytes a pixel, red, green and blue, row by row.</summary>
internal sealed record Raster(int Width, int Height, byte[] Rgb);
