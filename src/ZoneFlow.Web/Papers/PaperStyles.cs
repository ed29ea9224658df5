using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Papers;

/// <summary>The style sheet of printed papers.</summary>
public static class PaperStyles
{
    private static readonly EmbeddedText File = EmbeddedText.Of("paper.css");

    public static string Path => File.Path;

    public static string Text => File.Text;

    public static string Href => File.Href;
}
