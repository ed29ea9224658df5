using Microsoft.Azure.Functions.Worker;
using ZoneFlow.Runtime.Documents;

namespace ZoneFlow.Functions.Triggers;

/// <summary>Every night at half past two in China: uploads that no case came to name go, once a week, and those that one names are kept for good.</summary>
internal sealed class OrphansTrigger(OrphanSweep orphans)
{
    [Function("orphans")]
    public Task RunAsync([TimerTrigger("0 30 18 * * *")] TimerInfo timer, CancellationToken cancellationToken) => orphans.RunAsync(cancellationToken);
}
