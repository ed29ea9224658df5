using Microsoft.Azure.Functions.Worker;
using ZoneFlow.Runtime.Calendars;
using ZoneFlow.Runtime.Watching;

namespace ZoneFlow.Functions.Triggers;

/// <summary>Every five minutes, between two sweeps: writes to the operators what is not well. Neither hangs on the other's failing.</summary>
internal sealed class WatchTrigger(Alerts alerts, LivingCalendar calendar)
{
    [Function("watch")]
    public async Task RunAsync([TimerTrigger("30 2-59/5 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        await calendar.CatchUpAsync(cancellationToken);
        await alerts.RunAsync(cancellationToken);
    }
}
