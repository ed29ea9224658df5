using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>One mail that the clock set off.</summary>
/// <param name="At">When it went out, or goes out at the earliest.</param>
/// <param name="To">The role or party that it is for.</param>
public sealed record ReminderLine(
    DateTimeOffset At, Label Kind, string Title, string Number, string What, DateOnly? Last, string To, SentState State, int Reached);
