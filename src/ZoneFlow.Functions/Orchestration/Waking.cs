using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Orchestrating;

namespace ZoneFlow.Functions.Orchestration;

/// <summary>Wakes cases through the host: raises the event where an orchestration lives, and starts one where none does.</summary>
internal static class Waking
{
    private static readonly OrchestrationRuntimeStatus[] Living =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    private static readonly Dictionary<WakeUpStep, Func<DurableTaskClient, CaseId, CancellationToken, Task>> Steps = new()
    {
        [WakeUpStep.Raise] = (client, id, cancellationToken) => client.RaiseEventAsync(WakeUps.Instance(id), WakeUps.Event, "", cancellationToken),
        [WakeUpStep.Start] = (client, id, cancellationToken) => client.ScheduleNewOrchestrationInstanceAsync(
            Zone.Name, id.Value, new StartOrchestrationOptions(WakeUps.Instance(id)).WithDedupeStatuses(Living), cancellationToken),
    };

    public static async Task WakeAsync(this DurableTaskClient client, CaseId id, CancellationToken cancellationToken)
    {
        var instance = await client.GetInstanceAsync(WakeUps.Instance(id), cancellationToken);
        await Steps[WakeUps.Of(instance?.RuntimeStatus.ToString())](client, id, cancellationToken);
    }

    /// <summary>Wakes what some work has committed to. What could not be woken is found by the sweep.</summary>
    public static Task WakeAsync(this DurableTaskClient client, IEnumerable<CaseId> cases, CancellationToken cancellationToken) =>
        Task.WhenAll(cases.Select(id => client.WakeAsync(id, cancellationToken)));
}
