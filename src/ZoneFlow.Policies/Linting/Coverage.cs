using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting;

/// <summary>How much of a policy's text its pack runs: what a construct cites, what is only written down, and what the pack supplies where the text is silent.</summary>
/// <param name="Executed">Articles (条款) that something in the pack does, in the text's order.</param>
/// <param name="TextOnly">Articles recorded as clauses and executed by nothing.</param>
/// <param name="Defaulted">What rests on a default (默认): the reason, and how many values rest on it.</param>
public sealed partial record Coverage(ImmutableArray<string> Executed, ImmutableArray<string> TextOnly, ImmutableArray<KeyValuePair<string, int>> Defaulted)
{
    private const string Digits = "零一二三四五六七八九";

    public static Coverage Of(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var sources = Model.Sources.Of(new PackMap(pack)).Select(s => s.Source).OfType<Source>().ToList();
        var executed = sources.SelectMany(s => ArticlesIn(s.Article)).ToHashSet(StringComparer.Ordinal);
        var recorded = pack.Clauses.SelectMany(c => ArticlesIn(c.Article)).Where(a => !executed.Contains(a)).ToHashSet(StringComparer.Ordinal);
        return new(
            InOrder(executed),
            InOrder(recorded),
            [.. sources.Where(s => !string.IsNullOrWhiteSpace(s.Default)).GroupBy(s => s.Default!, StringComparer.Ordinal)
                .Select(g => KeyValuePair.Create(g.Key, g.Count())).OrderBy(d => d.Key, StringComparer.Ordinal)]);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append($"executed (执行) {Executed.Length}: {string.Join(" ", Executed)}\n");
        text.Append($"text only (仅记录) {TextOnly.Length}: {string.Join(" ", TextOnly)}\n");
        text.Append($"defaults (默认) {Defaulted.Length}:\n");
        text.AppendJoin("", Defaulted.Select(d => $"  {d.Key} ×{d.Value}\n"));
        return text.ToString();
    }

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
