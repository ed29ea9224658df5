using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Projection;

/// <summary>A reminder, an overdue mail or an escalation that the clock set off, as an operator looks back on it.</summary>
/// <param name="Effect">The effect that sends it, by which the mail to each of its people is known.</param>
/// <param name="Last">The last day that it speaks of, as it stood then; null where it names none.</param>
/// <param name="From">Not sent before.</param>
public sealed record ReminderRow(
    string Effect, TellKind Kind, Audience To, string Title, string Number, string Procedure, string? Stage, string? Last, DateTimeOffset From);
