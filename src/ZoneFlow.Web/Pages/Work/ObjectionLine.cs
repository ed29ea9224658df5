using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>An objection as the office reads it.</summary>
public sealed record ObjectionLine(
    string Receipt, DateTimeOffset At, string Entry, string? Name, string? Contact, string Text, IReadOnlyList<DocumentLine> Documents);
