namespace ZoneFlow.Web.Pages.Parts;

/// <summary>One heading of a form with its fields.</summary>
public sealed record FieldSection(string Title, string Anchor, IReadOnlyList<FieldEntry> Fields);
