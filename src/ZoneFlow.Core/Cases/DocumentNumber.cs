namespace ZoneFlow.Core.Cases;

/// <summary>
/// A 发文字号 as GB/T 9704-2012 writes it: the office's word, the year in 〔〕, the number without leading zeros, 号. An office enters it;
/// nothing makes one up.
/// </summary>
public static class DocumentNumber
{
    private const int LongestWord = 20;

    /// <summary>The number in its standard form: other brackets become 〔〕, blanks go, full-width digits become plain; null where it is none.</summary>
    public static string? Parse(string? typed)
    {
        var clean = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c)).Select(Plain));
        var (open, close) = (clean.IndexOf('〔', StringComparison.Ordinal), clean.IndexOf('〕', StringComparison.Ordinal));
        if (open is < 1 or > LongestWord || close != open + 5 || !clean.EndsWith('号'))
        {
            return null;
        }

        var (word, year, number) = (clean[..open], clean[(open + 1)..close], clean[(close + 1)..^1]);
        return word.All(char.IsLetter) && year.All(char.IsAsciiDigit) && year[0] != '0'
            && number.Length is > 0 and <= 6 && number.All(char.IsAsciiDigit) && number[0] != '0'
            ? clean
            : null;
    }

    private static char Plain(char c) => c switch
    {
        '[' or '［' or '(' or '（' or '【' or '﹝' or '〖' => '〔',
        ']' or '］' or ')' or '）' or '】' or '﹞' or '〗' => '〕',
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        _ => c,
    };
}
