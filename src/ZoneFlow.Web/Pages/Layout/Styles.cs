namespace ZoneFlow.Web.Pages.Layout;

/// <summary>The one style sheet.</summary>
public static class Styles
{
    private static readonly EmbeddedText File = EmbeddedText.Of("styles.css");

    public static string Path => File.Path;

    public static string Text => File.Text;

    public static string Hash => File.Hash;

    public static string Href => File.Href;
}
