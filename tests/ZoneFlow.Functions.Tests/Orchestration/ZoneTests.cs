using Microsoft.DurableTask.Client;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Orchestrating;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.TestKit.Cloud;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Functions.Tests.Orchestration;

/// <summary>The head's orchestration on Durable Task's in-process host.</summary>
public sealed class ZoneTests
{
    private static readonly CaseId Zone1 = new("zone/1");
    private readonly List<string> _run = [];
    private readonly List<OutboxEffect> _waiting = [];
    private bool _isThere = true;
    private int _fails;
    private Func<Task>? _seen;

    private ZoneActivities Activities => new(
        (_, _) => Task.FromResult(_isThere ? new ZoneMoment(null, new ZoneStatus("Z2026-0001", "operating", "reports/owed", new DateOnly(2026, 3, 2), "第十四条", null)) : null),
        async (_, _) =>
        {
            OutboxEffect[] waiting = [.. _waiting];
            await (_seen?.Invoke() ?? Task.CompletedTask);
            return waiting;
        },
        (effect, _) =>
        {
            if (_fails-- > 0)
            {
                throw new IOException("The network is away.");
            }

            _run.Add(effect.Id);
            _waiting.RemoveAll(e => e.Id == effect.Id);
            return Task.CompletedTask;
        },
        _ => Task.CompletedTask,
        new SteppedClock(DateTimeOffset.UtcNow));

    [Fact]
    public async Task Waking_ACaseWithEffects_RunsThemInOrderAndShowsWhereItStands()
    {
        await using var host = await ZoneHost.StartAsync(() => Activities, new Woken());
        Owe(3);

        await host.WakeAsync(Zone1);
        await host.UntilQuietAsync(() => Task.FromResult(_run.Count == 3));

        Assert.Equal(["zone/1/1", "zone/1/2", "zone/1/3"], _run);
        var metadata = await SeenAsync(host);
        Assert.Equal(OrchestrationRuntimeStatus.Running, metadata.RuntimeStatus);
        var status = metadata.ReadCustomStatusAs<ZoneStatus>()!;
        Assert.Equal(("reports/owed", new DateOnly(2026, 3, 2), "第十四条"), (status.Stage, status.Deadline!.Value, status.Reason));
    }

    [Fact]
    public async Task Waking_ACaseThatWaits_LooksAgain()
    {
        await using var host = await ZoneHost.StartAsync(() => Activities, new Woken());
        await host.WakeAsync(Zone1);
        await host.UntilQuietAsync(() => Task.FromResult(host.Looks == 1));
        for (var i = 1; i <= 20; i++)
        {
            Owe(1, i * 10);
            await host.WakeAsync(Zone1);
            var expected = i;
            await host.UntilQuietAsync(() => Task.FromResult(_run.Count == expected));
        }

        Assert.Equal(20, _run.Count);
    }

    [Fact]
    public async Task AnEffect_ThatFailsAtTheNetwork_IsTriedAgainByTheHost()
    {
        _fails = 1;
        await using var host = await ZoneHost.StartAsync(() => Activities, new Woken());
        Owe(1);

        await host.WakeAsync(Zone1);
        await host.UntilQuietAsync(() => Task.FromResult(_run.Count == 1));
    }

    [Fact]
    public async Task Waking_ACaseThatIsNotThere_EndsItsOrchestration_AndALaterOneStartsAgain()
    {
        _isThere = false;
        await using var host = await ZoneHost.StartAsync(() => Activities, new Woken());
        await host.WakeAsync(Zone1);
        await host.Client.WaitForInstanceCompletionAsync(WakeUps.Instance(Zone1));

        _isThere = true;
        Owe(1);
        await host.WakeAsync(Zone1);
        await host.UntilQuietAsync(() => Task.FromResult(_run.Count == 1));
    }

    [Fact]
    public async Task Waking_ManyTimesAtOnce_StartsOneInstance()
    {
        await using var host = await ZoneHost.StartAsync(() => Activities, new Woken());
        Owe(1);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            try
            {
                await host.WakeAsync(Zone1);
            }
            catch (Exception already) when (already is InvalidOperationException or Grpc.Core.RpcException)
            {
                // Who came second may be told that it is there: the sweep and the next wake-up do not mind.
            }
        }));
        await host.UntilQuietAsync(() => Task.FromResult(_run.Count == 1));

        Assert.Single(_run);
    }

    [Fact]
    public async Task AWakeUp_ThatComesWhileItLooks_IsHeardAfterwards()
    {
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        _seen = async () =>
        {
            begun.TrySetResult();
            await go.Task;
        };
        await using var host = await ZoneHost.StartAsync(() => Activities, new Woken());
        await host.WakeAsync(Zone1);
        await begun.Task;

        // The look under way has seen that there is nothing to do: only the wake-up that is kept meanwhile leads to this effect.
        Owe(1);
        await host.WakeAsync(Zone1);
        go.SetResult();

        await host.UntilQuietAsync(() => Task.FromResult(_run.Count == 1));
    }

    [Fact]
    public async Task AWait_ThatNobodyWakes_EndsAtItsInstant()
    {
        await using var host = await ZoneHost.StartAsync(() => Activities, new Woken(), _ => DateTime.UtcNow.AddMilliseconds(300));

        await host.WakeAsync(Zone1);

        await host.UntilQuietAsync(() => Task.FromResult(host.Looks > 4));
    }

    [Fact]
    public async Task AnInstance_ThatIsTerminatedAndPurgedByHand_IsStartedAgainByTheNextWakeUp()
    {
        await using var host = await ZoneHost.StartAsync(() => Activities, new Woken());
        await host.WakeAsync(Zone1);
        await host.UntilQuietAsync(() => Task.FromResult(host.Looks == 1));
        await host.Client.TerminateInstanceAsync(WakeUps.Instance(Zone1));
        await host.Client.WaitForInstanceCompletionAsync(WakeUps.Instance(Zone1));
        await host.Client.PurgeInstanceAsync(WakeUps.Instance(Zone1));

        Owe(1);
        await host.WakeAsync(Zone1);

        await host.UntilQuietAsync(() => Task.FromResult(_run.Count == 1));
    }

    private void Owe(int effects, int from = 1) => _waiting.AddRange(Enumerable.Range(from, effects).Select(i => Samples.Effect(Zone1, i, "lane", DateTimeOffset.UtcNow.AddHours(-1))));

    private static async Task<OrchestrationMetadata> SeenAsync(ZoneHost host) => (await host.Client.GetInstanceAsync(WakeUps.Instance(Zone1), getInputsAndOutputs: true, default))!;
}
