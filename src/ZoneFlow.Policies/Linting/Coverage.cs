using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Linting;

/// <summary>How much of a policy's text its pack runs, article (条款) by article, in the text's order.</summary>
/// <param name="Executed">Something in the pack does what the article says, and nothing of it is only written down.</param>
/// <param name="InPart">Something is done, and something else is only written down (<c>clauses</c>).</param>
/// <param name="TextOnly">Only written down, or cited by nothing but the name of a role, a letter or a standing.</param>
/// <param name="Unmentioned">Cited nowhere, though a later article is.</param>
/// <param name="Defaulted">Each default (默认) as written, after the article that it fills out, and how many constructs say it.</param>
public sealed partial record Coverage(
    ImmutableArray<string> Executed, ImmutableArray<string> InPart, ImmutableArray<string> TextOnly, ImmutableArray<string> Unmentioned,
    ImmutableArray<KeyValuePair<string, int>> Defaulted)
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>What stands under these keys does nothing by itself.</summary>
    private static readonly string[] Idle = ["clauses", "roles", "letters", "cases"];

    public static Coverage Of(PackReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var cited = reading.Citations.ToLookup(c => Idle.Contains(c.Under), c => c);
        var done = cited[false].SelectMany(c => c.Articles).SelectMany(ArticlesIn).ToHashSet(StringComparer.Ordinal);
        var written = reading.Citations.Where(c => c.Under == "clauses").SelectMany(c => c.Articles).SelectMany(ArticlesIn).ToHashSet(StringComparer.Ordinal);
        var named = cited[true].SelectMany(c => c.Articles).SelectMany(ArticlesIn).ToHashSet(StringComparer.Ordinal);
        var numbers = done.Concat(named).Select(Number).Where(n => n < int.MaxValue).ToHashSet();
        return new(
            InOrder(done.Except(written)),
            InOrder(done.Intersect(written)),
            InOrder(named.Except(done)),
            [.. Enumerable.Range(1, numbers.Count > 0 ? numbers.Max() : 0).Where(n => !numbers.Contains(n)).Select(Numbered)],
            [.. reading.Citations.Where(c => !string.IsNullOrWhiteSpace(c.Default)).GroupBy(Defaulting, StringComparer.Ordinal)
                .Select(g => KeyValuePair.Create(g.Key, g.Count())).OrderBy(d => d.Key, StringComparer.Ordinal)]);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append($"executed (执行) {Executed.Length}: {string.Join(" ", Executed)}\n");
        text.Append($"in part (部分执行，部分仅记录) {InPart.Length}: {string.Join(" ", InPart)}\n");
        text.Append($"text only (仅记录) {TextOnly.Length}: {string.Join(" ", TextOnly)}\n");
        text.Append($"cited nowhere (未提及) {Unmentioned.Length}: {string.Join(" ", Unmentioned)}\n");
        text.Append($"defaults (默认) {Defaulted.Length}:\n");
        text.AppendJoin("", Defaulted.Select(d => $"  {d.Key} ×{d.Value}\n"));
        return text.ToString();
    }

    private static string Defaulting(Citation citation) => $"{string.Join('、', citation.Articles)} {citation.Default}".TrimStart();

    /// <summary>The articles that a citation names: <c>第七条(三)、第八条</c> names 第七条 and 第八条; one with no 第…条, such as 四(六) or 附件 一, names its first word; several stand apart by 、.</summary>
    private static IEnumerable<string> ArticlesIn(string? citation)
    {
        if (string.IsNullOrWhiteSpace(citation))
        {
            return [];
        }
        var articles = Article().Matches(citation);
        return articles.Count > 0 ? articles.Select(m => m.Value) : citation.Split('、').Select(c => c.Trim().Split(' ')[0]);
    }

    /// <summary>第二十一条 for 21; texts have fewer than a hundred articles.</summary>
    private static string Numbered(int number)
    {
        var (tens, units) = (number / 10, number % 10);
        return $"第{(tens > 1 ? Digits[tens] : "")}{(tens > 0 ? "十" : "")}{(units > 0 ? Digits[units] : "")}条";
    }

    private static ImmutableArray<string> InOrder(IEnumerable<string> articles) =>
        [.. articles.OrderBy(Number).ThenBy(a => a, StringComparer.Ordinal)];

    /// <summary>The number of 第二十一条; whatever has none stands last.</summary>
    private static int Number(string article)
    {
        var (number, digit) = (0, 0);
        if (!Article().IsMatch(article))
        {
            return int.MaxValue;
        }
        foreach (var c in article[1..^1])
        {
            switch (c)
            {
                case '十':
                    number += (digit == 0 ? 1 : digit) * 10;
                    digit = 0;
                    break;
                case '百':
                    number += digit * 100;
                    digit = 0;
                    break;
                default:
                    digit = char.IsAsciiDigit(c) ? (digit * 10) + c - '0' : Digits.IndexOf(c, StringComparison.Ordinal);
                    break;
            }
        }
        return number + digit;
    }

    [GeneratedRegex("第[零一二三四五六七八九十百0-9]+条")]
    private static partial Regex Article();
}
