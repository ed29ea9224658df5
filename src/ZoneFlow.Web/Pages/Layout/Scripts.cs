namespace ZoneFlow.Web.Pages.Layout;

/// <summary>The one script. Every page does without it; on the few that name it, it asks the server sooner and shows how far an upload is.</summary>
public static class Scripts
{
    public static EmbeddedText Page { get; } = EmbeddedText.Of("page.js");
}
