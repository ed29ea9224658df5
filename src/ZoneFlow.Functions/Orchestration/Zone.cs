using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Orchestrating;

namespace ZoneFlow.Functions.Orchestration;

/// <summary>
/// One orchestration a case: its clock and its courier. It never changes: <see cref="ZoneTurn"/> says what it does, and what
/// it finds to do is looked up by its activities.
/// </summary>
internal sealed class Zone(ZoneActivities activities, Woken woken)
{
    public const string Name = "zone";
    public const string Look = "zone-look";
    public const string Effect = "zone-effect";

    // What a store or a network refuses for a while is tried for some hours; after that the sweep begins it anew.
    private static readonly TaskOptions Patiently = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 20, firstRetryInterval: TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(15)));

    [Function(Name)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var id = context.GetInput<string>()!;
        return ZoneTurn.RunAsync(new ZoneCalls(
            () => context.CallActivityAsync<ZoneLook>(Look, id, Patiently),
            effect => context.CallActivityAsync(Effect, new EffectOfZone(id, effect), Patiently),
            until => WaitAsync(context, until),
            context.SetCustomStatus,
            () => context.ContinueAsNew(id, preserveUnprocessedEvents: true)));
    }

    [Function(Look)]
    public Task<ZoneLook> LookAsync([ActivityTrigger] string id, CancellationToken cancellationToken) => activities.LookAsync(new CaseId(id), cancellationToken);

    /// <summary>An effect may send a signal to another case, which is then woken.</summary>
    [Function(Effect)]
    public async Task EffectAsync([ActivityTrigger] EffectOfZone effect, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var heard = woken.Listen();
        await activities.RunAsync(new CaseId(effect.Case), effect.Effect, cancellationToken);
        await client.WakeAsync(heard.Cases, cancellationToken);
    }

    private static async Task WaitAsync(TaskOrchestrationContext context, DateTime until)
    {
        using var enough = new CancellationTokenSource();
        var woken = context.WaitForExternalEvent<string>(WakeUps.Event, CancellationToken.None);
        await Task.WhenAny(context.CreateTimer(until, enough.Token), woken);
        // Not CancelAsync, which goes on elsewhere: an orchestration goes on only where its host lets it.
        enough.Cancel();
        while (woken.IsCompleted)
        {
            // Wake-ups that came meanwhile all mean the look that follows; each carried over would cost a turn of its own.
            woken = context.WaitForExternalEvent<string>(WakeUps.Event, CancellationToken.None);
        }
    }
}
