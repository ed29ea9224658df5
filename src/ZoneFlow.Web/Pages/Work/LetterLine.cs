using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>A letter that was issued.</summary>
public sealed record LetterLine(Label Title, DateOnly On, string Href);
