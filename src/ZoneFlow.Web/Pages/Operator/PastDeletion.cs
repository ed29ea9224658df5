using ZoneFlow.Core.Cases;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>A document's deletion that was carried out.</summary>
/// <param name="By">Who did it; null for a command at the console.</param>
/// <param name="Cleared">The bytes are gone too; until then they are only given out no more.</param>
public sealed record PastDeletion(string Case, ContentHash Hash, string Ground, bool Archived, string? By, DateTimeOffset At, bool Cleared);
