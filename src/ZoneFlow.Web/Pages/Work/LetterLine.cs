using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>A letter that was issued.</summary>
/// <param name="Number">Its 文号, where it has one.</param>
/// <param name="Superseded">Whether another has taken its place.</param>
public sealed record LetterLine(Label Title, DateOnly On, string Href, string? Number = null, bool Superseded = false);
