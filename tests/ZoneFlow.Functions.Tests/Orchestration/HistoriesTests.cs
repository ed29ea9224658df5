using System.Collections.Immutable;
using Microsoft.DurableTask;
using ZoneFlow.Core.Cases;
using ZoneFlow.Functions.Orchestration;
using ZoneFlow.Runtime.Orchestrating;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Functions.Tests.Orchestration;

/// <summary>
/// Histories of every release, kept for ever in tests/Histories, run through today's orchestration: an instance that was begun years
/// ago must ask now for what it asked for then. A release's are recorded with ZONEFLOW_RECORD naming the folder to write them to.
/// </summary>
public sealed class HistoriesTests
{
    private static readonly CaseId Zone1 = new("zone/1");
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Orchestrations");

    private static readonly string[] Files =
        [.. Directory.EnumerateFiles(Folder, "*.jsonl", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Kept => [.. Files];

    [Theory]
    [MemberData(nameof(Kept))]
    public void Replaying_AHistoryOfARelease_AsksForTheSame(string file)
    {
        var turns = TurnsOf(file);

        Assert.NotEmpty(turns);
        Assert.All(turns, turn => Assert.Equal(turn.Text, turn.Again(Zone.RunAsync)));
    }

    [Fact]
    public void Replaying_ThroughAnOrchestrationThatWasChanged_AsksForSomethingElse()
    {
        // The last effect first, and no retries.
        static async Task ChangedAsync(TaskOrchestrationContext context)
        {
            var look = await context.CallActivityAsync<ZoneLook>(Zone.Look, context.GetInput<string>());
            await ZoneTurn.RunAsync(new ZoneCalls(
                () => Task.FromResult(look with { Effects = [.. look.Effects.Reverse()] }), effect => context.CallActivityAsync(Zone.Effect, new EffectOfZone(context.GetInput<string>()!, effect)),
                until => context.CreateTimer(until, default), context.SetCustomStatus, () => context.ContinueAsNew(context.GetInput<string>())));
        }

        Assert.Contains(Files.SelectMany(TurnsOf), turn => turn.Text != turn.Again(ChangedAsync));
    }

    [Fact]
    public async Task Recording_WhatAnOrchestrationDoes_GivesAHistoryThatReplays()
    {
        var (recorder, waiting, isThere, fails, wait) = (new HistoryRecorder(), new List<OutboxEffect>(), true, 1, TimeSpan.FromHours(1));
        var activities = new ZoneActivities(
            (_, _) => Task.FromResult(isThere ? new ZoneMoment(null, new ZoneStatus("Z2026-0001", "operating", "reports/owed", new DateOnly(2026, 3, 2), "第十四条", null)) : null),
            (_, _) => Task.FromResult<IReadOnlyList<OutboxEffect>>([.. waiting]),
            (effect, _) =>
            {
                if (fails-- > 0)
                {
                    throw new IOException("The network is away.");
                }

                waiting.RemoveAll(e => e.Id == effect.Id);
                return Task.CompletedTask;
            },
            _ => Task.CompletedTask,
            TimeProvider.System);
        await using (var host = await ZoneHost.StartAsync(() => activities, new Woken(), _ => DateTime.UtcNow + wait, recorder))
        {
            // Effects of which one fails at first, a wait that is woken, wake-ups that come while it works, waits that end, the end.
            waiting.AddRange(Owed(1, 3));
            await host.WakeAsync(Zone1);
            await host.UntilQuietAsync(() => Task.FromResult(waiting.Count == 0));
            waiting.AddRange(Owed(4, 2));
            await host.WakeAsync(Zone1);
            await host.WakeAsync(Zone1);
            await host.UntilQuietAsync(() => Task.FromResult(waiting.Count == 0));
            wait = TimeSpan.FromMilliseconds(300);
            var before = host.Looks;
            await host.WakeAsync(Zone1);
            await host.UntilQuietAsync(() => Task.FromResult(host.Looks > before + 3));
            isThere = false;
            await host.Client.WaitForInstanceCompletionAsync(WakeUps.Instance(Zone1));
        }

        var turns = recorder.Turns;
        Assert.True(turns.Count > 15, $"{turns.Count} turns");
        Assert.All(turns, turn => Assert.Equal(turn.Text, turn.Again(Zone.RunAsync)));
        Assert.All(turns, turn => Assert.Equal(turn.Text, RecordedTurn.Read(turn.Line).Again(Zone.RunAsync)));
        if (Environment.GetEnvironmentVariable("ZONEFLOW_RECORD") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllLinesAsync(Path.Combine(folder, "zone.jsonl"), turns.Select(t => t.Line));
        }
    }

    /// <summary>How an instance begins: the first turn of the first history.</summary>
    internal static RecordedTurn FirstTurn() => TurnsOf(Files[0])[0];

    private static List<RecordedTurn> TurnsOf(string file) => [.. File.ReadAllLines(Path.Combine(Folder, file)).Select(RecordedTurn.Read)];

    private static ImmutableArray<OutboxEffect> Owed(int from, int count) =>
        [.. Enumerable.Range(from, count).Select(i => Samples.Effect(Zone1, i, "lane", DateTimeOffset.UtcNow.AddHours(-1)))];
}
