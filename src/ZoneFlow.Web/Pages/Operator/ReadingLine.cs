using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>One reader of one thing within an hour.</summary>
public sealed record ReadingLine(string Case, string Reader, Label What, DateTimeOffset At);
