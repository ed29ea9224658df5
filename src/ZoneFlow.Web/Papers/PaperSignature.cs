namespace ZoneFlow.Web.Papers;

/// <summary>署名、成文日期 and the place of the seal. A seal is never drawn.</summary>
/// <param name="Date">In Arabic numerals without leading zeros; null where it is filled in by hand.</param>
public sealed record PaperSignature(string Unit, string? Date)
{
    /// <summary>What is printed where the seal belongs.</summary>
    public const string SealPlace = "（印章）";

    /// <summary>How wide a text is in characters: an ASCII letter is half of one.</summary>
    public static double WidthOf(string text) => text.Sum(c => c < 0x2000 ? 0.5 : 1.0);

    /// <summary>Whether the name is too wide to stand centred over a date that keeps four characters from the edge.</summary>
    public bool IsWide => Date is not null && WidthOf(Unit) > WidthOf(Date) + 6;
}
