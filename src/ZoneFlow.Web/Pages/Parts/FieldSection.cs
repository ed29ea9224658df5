namespace ZoneFlow.Web.Pages.Parts;

/// <summary>One heading of a form with its fields.</summary>
public sealed record FieldSection(string Title, string Anchor, IReadOnlyList<FieldEntry> Fields)
{
    /// <summary>How many of the fields that must be filled in are empty.</summary>
    public int Missing => Fields.Count(f => f.Rule.Required && f.Typed.All(string.IsNullOrWhiteSpace) && f.Rows.All(r => r.All(string.IsNullOrWhiteSpace)));
}
