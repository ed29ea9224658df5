namespace ZoneFlow.Runtime.Previews;

/// <summary>Refuses a picture larger than the limits before anything is set aside for it.</summary>
internal static class PictureSize
{
    public static void Check(int width, int height, PreviewLimits limits)
    {
        if (width <= 0 || height <= 0)
        {
            throw new InvalidDataException($"A picture of {width} by {height}.");
        }

        if (width > limits.MaxSide || height > limits.MaxSide || (long)width * height > limits.MaxPixels)
        {
            throw new NoPreviewException(NoPreview.TooLarge);
        }
    }
}
