using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>A letter that may be drawn up now.</summary>
/// <param name="Procedure">The overdue procedure that it is about, or null.</param>
public sealed record LetterOffer(string Template, string? Procedure, Label Title, Label? About);
