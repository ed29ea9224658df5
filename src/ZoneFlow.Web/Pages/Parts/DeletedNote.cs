namespace ZoneFlow.Web.Pages.Parts;

/// <summary>That a document's content was deleted, when and why.</summary>
/// <param name="Archived">It went with the whole dossier, which was archived; otherwise it was asked for.</param>
public sealed record DeletedNote(DateTimeOffset At, string Ground, bool Archived);
