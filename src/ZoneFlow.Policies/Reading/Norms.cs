using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Reading;

/// <summary>The pack's own manners: when a stage is reminded of and how often a stage without a date asks again.</summary>
internal sealed record Norms(ReminderRule Reminders, Period? AskAgain)
{
    public static Norms None { get; } = new(ReminderRule.Silent, null);
}
