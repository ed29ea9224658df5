using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Runtime.Calendars;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Runtime.Tables;
using ZoneFlow.TestKit;
using ZoneFlow.TestKit.Cloud;
using ZoneFlow.TestKit.Packs;

namespace ZoneFlow.Runtime.Tests.Calendars;

/// <summary>Two workers of one installation, each with a calendar in its memory, while a notice is loaded at one of them.</summary>
public sealed class TwoWorkersTests
{
    private static readonly CalendarRevision January2020 = ChinaCalendar.Revisions.First(r => r.Id == "2020-01-26");
    private static readonly Pack Small = PackFolder.ReadFiles(SmallPack.Files()).Pack!;
    private readonly SteppedClock _clock = new(CivilDate.At(new DateOnly(2020, 1, 26), new TimeOnly(10, 0)));
    private readonly TablesStore _store;

    public TwoWorkersTests() => _store = new TablesStore(new MemoryTable().Table, _clock);

    [Fact]
    public async Task ANotice_LoadedAtOneWorker_IsCountedByTheOtherFromItsNextWork()
    {
        var (one, other) = await OpenAsync();
        await one.Calendar.LoadAsync([January2020], Actor.System, default);

        await other.Calendar.CatchUpAsync(default);

        await AppliedAsync(one, "zone-1");
        await AppliedAsync(other, "zone-2");
        Assert.Equal(await LastAsync(one, "zone-1"), await LastAsync(other, "zone-2"));
    }

    [Fact]
    public async Task ADecision_MadeMeanwhileUnderTheOldCalendar_IsReadAgainByTheSecondSweep()
    {
        var (one, other) = await OpenAsync();
        await one.Calendar.LoadAsync([January2020], Actor.System, default);

        // Under way since before: nothing has told it yet.
        await AppliedAsync(other, "zone-2");
        await AppliedAsync(one, "zone-1");
        var right = await LastAsync(one, "zone-1");
        Assert.NotEqual(right, await LastAsync(one, "zone-2"));

        await other.Calendar.ReadTwiceAsync(default);
        Assert.NotEqual(right, await LastAsync(one, "zone-2"));
        await one.Calendar.ReadTwiceAsync(default);

        Assert.Equal(right, await LastAsync(one, "zone-2"));
        var version = (await _store.LoadAsync(new CaseId("zone-2"), default))!.Version;
        await other.Calendar.ReadTwiceAsync(default);
        Assert.Equal(version, (await _store.LoadAsync(new CaseId("zone-2"), default))!.Version);
    }

    private async Task<(Worker One, Worker Other)> OpenAsync()
    {
        var (one, other) = (WorkerOf(), WorkerOf());
        await one.Registrar.OpenOfficeAsync("省知识产权局", default);
        await one.Calendar.StartAsync(default);
        await other.Calendar.StartAsync(default);
        return (one, other);
    }

    private Worker WorkerOf()
    {
        var shipped = new ShippedCalendar([.. ChinaCalendar.Revisions.Where(r => r.Published <= new DateOnly(2019, 11, 21))]);
        var rulebooks = new Rulebooks((revision, _) => Task.FromResult(revision == Small.Revision ? Small : null), WorkingCalendar.Of(shipped.Revisions));
        var cases = new Runtime.Shell.Cases(_store, rulebooks, new LookUps(_store, new Claims(_store, new WallClock(_clock)), _clock), _clock, NullLogger<Runtime.Shell.Cases>.Instance);
        var registrar = new Registrar(_store, cases, _clock, count => new byte[count]);
        return new Worker(cases, registrar, new LivingCalendar(_store, cases, rulebooks, registrar, _clock, shipped));
    }

    private async Task AppliedAsync(Worker worker, string id)
    {
        var body = Cast.Of("party-body", "body");
        await SendAsync(worker, id, body, new SignalBody.OpenCase(Small.Revision, "zone", $"N-{id}", $"集聚区{id}", "沈阳市", [new Applicant("body", body.Party!.Value)]));
        var drafting = (await worker.Cases.FindAsync(new CaseId(id), default))!.Value.State.Procedures.Single();
        await SendAsync(worker, id, body, new SignalBody.Act(
            drafting.Id, drafting.Visit, "submit", ImmutableSortedDictionary<string, FieldValue>.Empty, null, [], [Paperwork.Of("application")]));
    }

    private async Task SendAsync(Worker worker, string id, Actor actor, SignalBody body)
    {
        var answer = await worker.Cases.SendAsync(new SignalRequest(worker.Registrar.NewSignal(), new CaseId(id), _clock.Now, actor, body, []), default);
        Assert.True(answer.Accepted, answer.Refusal?.ToString());
    }

    private static async Task<DateOnly> LastAsync(Worker worker, string id) =>
        (await worker.Cases.FindAsync(new CaseId(id), default))!.Value.State.Procedures.Single().Due!.Last;

    private sealed record Worker(Runtime.Shell.Cases Cases, Registrar Registrar, LivingCalendar Calendar);
}
