using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Calendars;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Runtime.Effects;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Server.Sqlite;

namespace ZoneFlow.Server.Bench;

/// <summary>
/// The shell over a store of its own, under a shipped pack and a clock that stands. Everything is the server's own but
/// the end of an effect, which is counted instead of mailed.
/// </summary>
internal sealed class BenchOffice : IAsyncDisposable
{
    public const string Policy = "liaoning-2025";
    private int _effectsRun;

    private BenchOffice(string store, DateTimeOffset now)
    {
        Clock = new BenchClock(now);
        var wall = new WallClock(TimeProvider.System);
        Pack = ShippedPacks.Load(Policy).Pack!;
        Rulebooks = new Rulebooks((_, _) => Task.FromResult<Pack?>(Pack), WorkingCalendar.Of(CalendarFile.LoadShipped()));
        Store = new SqliteStore(store);
        var fresh = new FreshEffects();
        Cases = new Runtime.Shell.Cases(
            Store, Rulebooks, new Runtime.Shell.LookUps(Store, new Claims(Store, wall), Clock), Clock,
            NullLogger<Runtime.Shell.Cases>.Instance, new CaseCache(), _ => Bell.Ring(), null, ServerServices.StatesEvery, fresh, People);
        Courier = new Courier(Store, CountAsync, Clock, NullLogger<Courier>.Instance, null, fresh);
        Clockwork = new Clockwork(Store, Cases, Rulebooks, Clock, NullLogger<Clockwork>.Instance, People);
    }

    /// <summary>Opens the store and registers the body whose zones are taken over.</summary>
    public static async Task<BenchOffice> OpenAsync(string store, DateTimeOffset now)
    {
        var office = new BenchOffice(store, now);
        var body = Body.Party!.Value;
        await office.SendAsync(new CaseId(body.Value), Actor.System, new SignalBody.RegisterParty("集聚区建设主体", null));
        await office.SendAsync(new CaseId(body.Value), Actor.System, new SignalBody.GrantRole("zone-body", null, CivilDate.Of(now).AddYears(-1), null));
        return office;
    }

    public BenchClock Clock { get; }

    public Pack Pack { get; }

    public Rulebooks Rulebooks { get; }

    public SqliteStore Store { get; }

    public Runtime.Shell.Cases Cases { get; }

    public Courier Courier { get; }

    public Clockwork Clockwork { get; }

    public Bell Bell { get; } = new();

    public Precedence People { get; } = new();

    public int EffectsRun => Volatile.Read(ref _effectsRun);

    public static Actor Province { get; } = Cast.Of("province", "province");

    public static Actor Body { get; } = Cast.Of("zone-body", "zone-body");

    public static Actor City(string region) => Cast.Of("city", "city", region);

    public static CaseId Zone(int number) => new($"zone-{number:D7}");

    public Task<Answer> AdoptAsync(int number, DateOnly designated) => SendAsync(Zone(number), Province, Adoption.Of(Pack, number, Body.Party!.Value, designated));

    /// <summary>Takes an action as a page would send it, with every document and a reason where it asks for one.</summary>
    public Task<Answer> ActAsync(CaseState state, Actor actor, string action, params IEnumerable<(string Name, FieldValue Value)> inputs)
    {
        var procedure = Conduct.Find(Pack, state, action);
        var transition = Conduct.Transition(Pack, state, procedure, action)
            ?? throw new InvalidOperationException($"{action} is not open to {state.Id}.");
        var confiding = new Confiding(RandomNumberGenerator.GetBytes);
        var body = new SignalBody.Act(
            procedure, procedure is null ? 0 : state.Procedure(procedure)!.Visit, action,
            inputs.ToImmutableSortedDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal),
            transition.ReasonRequired ? confiding.Take("reason", "理由如卷宗所载。") : null,
            [.. Pack.CriteriaOf(transition.Judges).Select(c => c.Name)], [.. transition.Needs.Select(Paper)]);
        return SendAsync(state.Id, actor, body, confiding);
    }

    /// <summary>Sends a signal by the shell's own entry.</summary>
    /// <exception cref="InvalidOperationException">It was refused: the workload is wrong.</exception>
    public async Task<Answer> SendAsync(CaseId id, Actor actor, SignalBody body, Confiding? confiding = null)
    {
        var now = Clock.GetUtcNow();
        var signal = new SignalId(Guid.CreateVersion7().ToString());
        var answer = await Cases.SendAsync(
            new SignalRequest(signal, id, now, actor, body, confiding is null ? [] : [.. confiding.Texts]), CancellationToken.None);
        return answer.Refusal is { } refusal
            ? throw new InvalidOperationException($"{id}: {refusal.Rule} {refusal.Message.En} {string.Join("; ", refusal.Details)}")
            : answer;
    }

    /// <summary>Runs effects as commits bring them, until it is told that no more will come.</summary>
    public async Task RunEffectsAsync(Task noMore)
    {
        while (true)
        {
            var last = noMore.IsCompleted;
            if (await Courier.RunAsync(CancellationToken.None) == 0)
            {
                if (last)
                {
                    return;
                }

                await Bell.WaitAsync(TimeSpan.FromMilliseconds(50), CancellationToken.None);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Bell.Dispose();
    }

    // No two papers are the same: their digests are the part of an entry that nothing makes shorter.
    private static FiledDocument Paper(string slot) => Paperwork.Of(slot) with
    {
        Content = ContentHash.FromDigest(RandomNumberGenerator.GetBytes(32)), Name = new Confided(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))),
    };

    private Task CountAsync(CaseId from, Effect effect, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _effectsRun);
        return Task.CompletedTask;
    }
}
