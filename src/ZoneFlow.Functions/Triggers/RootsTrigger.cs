using Microsoft.Azure.Functions.Worker;
using ZoneFlow.Runtime.Evidence;

namespace ZoneFlow.Functions.Triggers;

/// <summary>Twice an hour: the day's signed root, unless it is made or there is no key. What fails is tried again at the next.</summary>
internal sealed class RootsTrigger(DailyRoots roots)
{
    [Function("roots")]
    public Task RunAsync([TimerTrigger("15 7,37 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => roots.RunAsync(cancellationToken);
}
