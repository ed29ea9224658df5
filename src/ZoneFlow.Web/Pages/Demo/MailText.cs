using System.Text.RegularExpressions;

namespace ZoneFlow.Web.Pages.Demo;

/// <summary>A mail's plain text with its addresses told apart, as a mail program makes them links.</summary>
internal static partial class MailText
{
    [GeneratedRegex(@"https?://[\x21-\x7E]*[A-Za-z0-9/=_~&#%+-]", RegexOptions.CultureInvariant)]
    private static partial Regex Address { get; }

    public static IEnumerable<(string Text, bool IsLink)> Pieces(string text)
    {
        var from = 0;
        foreach (Match match in Address.Matches(text))
        {
            yield return (text[from..match.Index], false);
            yield return (match.Value, true);
            from = match.Index + match.Length;
        }

        yield return (text[from..], false);
    }
}
