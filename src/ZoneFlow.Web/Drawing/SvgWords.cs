using System.Net;
using Microsoft.AspNetCore.Components;

namespace ZoneFlow.Web.Drawing;

/// <summary>Words in a drawing. Razor keeps the element <c>text</c> for itself.</summary>
internal static class SvgWords
{
    public static MarkupString Of(string css, decimal x, int y, string anchor, string words) =>
        (MarkupString)$"<text class=\"{css}\" x=\"{LifeScale.Number(x)}\" y=\"{y}\" text-anchor=\"{anchor}\">{WebUtility.HtmlEncode(words)}</text>";
}
