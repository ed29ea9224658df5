using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Runtime.Calendars;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Hosting;
using ZoneFlow.TestKit;
using ZoneFlow.TestKit.Packs;

namespace ZoneFlow.Server.Tests.Calendars;

/// <summary>A server over a real SQLite file, with a clock that is set, the calendar as it was known on a day, and the small pack.</summary>
internal sealed class SmallOffice : IAsyncDisposable
{
    private readonly string _data;
    private readonly string _known;
    private WebApplication? _app;

    private SmallOffice(string data, string known, DateTimeOffset now) => (_data, _known, Clock) = (data, known, new SetClock(now));

    public SetClock Clock { get; }

    public Pack Pack { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public Runtime.Shell.Cases Cases => Services.GetRequiredService<Runtime.Shell.Cases>();

    public LivingCalendar Calendar => Services.GetRequiredService<LivingCalendar>();

    public ICaseStore Store => Services.GetRequiredService<ICaseStore>();

    /// <param name="known">The day up to which notices ship with the program.</param>
    public static async Task<SmallOffice> OpenAsync(string data, string known, string now, Action<string>? crashPoint = null)
    {
        var office = new SmallOffice(data, known, At(now));
        await office.StartAsync(crashPoint);
        return office;
    }

    public async Task StartAsync(Action<string>? crashPoint = null)
    {
        _app = await ZoneFlowServer.StartAsync(
            new ServeOptions(_data, $"http://127.0.0.1:0", false, false), TextWriter.Null, crashPoint, CancellationToken.None, Clock, Ship(_known));
        Pack = await FirstStart.PublishAsync(Store, SmallPack.Files(), CancellationToken.None);
        await Services.GetRequiredService<Registrar>().PublishPackAsync(Actor.System, Pack.Revision, CancellationToken.None);
    }

    public static Action<IServiceCollection> Ship(string known) => services =>
        services.AddSingleton(new ShippedCalendar([.. ChinaCalendar.Revisions.Where(r => r.Published <= ChinaCalendar.Day(known))]));

    public async Task StopAsync()
    {
        await _app!.DisposeAsync();
        _app = null;
    }

    /// <summary>A zone whose review is under way.</summary>
    public async Task<CaseId> AppliedAsync(string id)
    {
        var body = Cast.Of("party-body", "body");
        await SendAsync(id, body, new SignalBody.OpenCase(
            Pack.Revision, "zone", $"N-{id}", $"集聚区{id}", "沈阳市", [new Applicant("body", body.Party!.Value)]));
        await ActAsync(id, body, "submit", "application");
        return new CaseId(id);
    }

    /// <summary>A zone under public notice from today.</summary>
    public async Task<CaseId> NoticedAsync(string id)
    {
        await AppliedAsync(id);
        await ActAsync(id, Cast.Of("party-province", "province"), "publish", "list");
        return new CaseId(id);
    }

    public async Task ActAsync(string id, Actor actor, string action, string? slot = null, params (string Name, FieldValue Value)[] inputs)
    {
        var procedure = (await StateAsync(id)).Procedures.First(p => p.Name == "designation");
        await SendAsync(id, actor, new SignalBody.Act(
            procedure.Id, procedure.Visit, action, inputs.ToImmutableSortedDictionary(i => i.Name, i => i.Value), null, [], slot is null ? [] : [Paperwork.Of(slot)]));
    }

    public async Task<CaseState> StateAsync(string id) => (await Cases.FindAsync(new CaseId(id), CancellationToken.None))!.Value.State;

    public async Task<DateOnly> LastAsync(string id) => (await StateAsync(id)).Procedures.First(p => p.Name == "designation").Due!.Last;

    public async Task<IReadOnlyList<Change>> ChangesAsync(string id) =>
        [.. (await Store.JournalAsync(new CaseId(id), 0, int.MaxValue, CancellationToken.None)).SelectMany(e => JournalText.Read(e.Bytes.Span).Changes)];

    /// <summary>Moves the clock and runs what has come due.</summary>
    public async Task MoveToAsync(string instant)
    {
        Clock.Now = At(instant);
        await Services.GetRequiredService<Engine>().SettleAsync(CancellationToken.None);
    }

    public static DateTimeOffset At(string text) => CivilDate.At(ChinaCalendar.Day(text), new TimeOnly(10, 0));

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private async Task SendAsync(string id, Actor actor, SignalBody body)
    {
        var signal = Services.GetRequiredService<Registrar>().NewSignal();
        var answer = await Cases.SendAsync(new SignalRequest(signal, new CaseId(id), Clock.Now, actor, body, []), CancellationToken.None);
        Assert.True(answer.Accepted, answer.Refusal?.ToString());
    }
}
