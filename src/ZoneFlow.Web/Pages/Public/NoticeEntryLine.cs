using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Public;

/// <summary>One line of a notice. A dropped one stays, struck through.</summary>
/// <param name="Result">What became of it once the notice closed.</param>
public sealed record NoticeEntryLine(string Key, string Title, bool Dropped, Label? Result, string? Href);
