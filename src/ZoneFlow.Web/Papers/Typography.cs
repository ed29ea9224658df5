using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Web.Papers;

/// <summary>
/// Chinese as a document is set: full-width punctuation among Chinese, dates in Arabic numerals without leading zeros, large amounts in
/// 万元 or 亿元 with the exact figure beside.
/// </summary>
public static partial class Typography
{
    private const decimal TenThousand = 10_000m;
    private const decimal HundredMillion = 100_000_000m;

    public static string Date(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>A value as it is printed: an ISO date as 2025年6月9日, other text with full-width punctuation.</summary>
    public static string Value(string value) => CivilDate.TryParse(value, out var day) ? Date(day) : Text(value);

    /// <summary>2150万元（21,500,000元）: rounded to at most two places in the large unit, exact beside; below ten thousand exact alone.</summary>
    public static string Amount(decimal yuan)
    {
        var exact = $"{yuan.ToString("#,0.##", CultureInfo.InvariantCulture)}元";
        return Math.Abs(yuan) switch
        {
            >= HundredMillion => $"{Rounded(yuan / HundredMillion)}亿元（{exact}）",
            >= TenThousand => $"{Rounded(yuan / TenThousand)}万元（{exact}）",
            _ => exact,
        };
    }

    /// <summary>
    /// Half-width punctuation next to a Chinese character becomes full-width; blanks between Chinese characters go. Numbers, addresses
    /// and Latin words keep theirs.
    /// </summary>
    public static string Text(string text)
    {
        var clean = new StringBuilder(text.Length);
        var open = true;
        for (var i = 0; i < text.Length; i++)
        {
            var (before, c, after) = (i > 0 ? text[i - 1] : '\0', text[i], i + 1 < text.Length ? text[i + 1] : '\0');
            if (c is ' ' && IsChinese(before) && IsChinese(after))
            {
                continue;
            }

            if (c is '"')
            {
                clean.Append(IsChinese(before) || IsChinese(after) ? open ? '“' : '”' : c);
                open = !open;
                continue;
            }

            clean.Append(IsChinese(before) || (IsChinese(after) && c is '(' or ')') || (c is ')' && clean.ToString().LastIndexOf('（') > clean.ToString().LastIndexOf('）'))
                ? Full(c)
                : c);
        }

        return clean.ToString();
    }

    /// <summary>A text in pieces, with those that no line may break, such as a case number with its hyphens.</summary>
    public static IEnumerable<(string Piece, bool Whole)> Pieces(string text)
    {
        var at = 0;
        foreach (Match code in Codes().Matches(text))
        {
            if (code.Index > at)
            {
                yield return (text[at..code.Index], false);
            }

            yield return (code.Value, true);
            at = code.Index + code.Length;
        }

        if (at < text.Length)
        {
            yield return (text[at..], false);
        }
    }

    [GeneratedRegex("[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Codes();

    public static bool IsChinese(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\u3000' and <= '\u303F' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFF60' or '“' or '”';

    private static char Full(char c) => c switch
    {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '?' => '？',
        '!' => '！',
        '(' => '（',
        ')' => '）',
        '.' => '。',
        _ => c,
    };

    private static string Rounded(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);
}
