namespace ZoneFlow.Policies.Drawing;

/// <summary>A sheet of paper, in millimetres.</summary>
internal readonly record struct Sheet(int Width, int Height)
{
    // Eleven units high words are then a good two millimetres.
    private const double LeastScale = 0.19;

    /// <summary>A4 upright or across where the drawing stays legible on it, else A3; what is too large even for that is fitted to A3.</summary>
    public static Sheet For(double width, double height)
    {
        Sheet[] sheets = width > height ? [new(297, 210), new(210, 297), new(420, 297), new(297, 420)] : [new(210, 297), new(297, 210), new(297, 420), new(420, 297)];
        var legible = sheets.Where(s => s.Scale(width, height) >= LeastScale).ToList();
        return legible.Count > 0 ? legible[0] : sheets[2].Scale(width, height) >= sheets[3].Scale(width, height) ? sheets[2] : sheets[3];
    }

    /// <summary>How large it comes out on A4, upright or across.</summary>
    public static double OnA4(double width, double height) => Math.Max(new Sheet(210, 297).Scale(width, height), new Sheet(297, 210).Scale(width, height));

    private double Scale(double width, double height) => Math.Min(Width / width, Height / height);
}
