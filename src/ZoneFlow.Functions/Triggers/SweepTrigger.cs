using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ZoneFlow.Functions.Orchestration;
using ZoneFlow.Runtime.Orchestrating;

namespace ZoneFlow.Functions.Triggers;

/// <summary>Every five minutes: whatever is past its time with nobody on its way is woken.</summary>
internal sealed class SweepTrigger(Sweep sweep)
{
    [Function("sweep")]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        await client.WakeAsync(await sweep.RunAsync(cancellationToken), cancellationToken);
}
