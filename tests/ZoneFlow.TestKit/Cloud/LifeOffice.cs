using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Runtime.Effects;
using ZoneFlow.Runtime.Links;
using ZoneFlow.Runtime.Orchestrating;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.TestKit.Cloud;

/// <summary>The shell of one head over a store, in which a script's life is lived again signal by signal.</summary>
public sealed class LifeOffice
{
    private static readonly DateOnly LongAgo = new(2000, 1, 1);
    private readonly Script _script;

    public LifeOffice(ICaseStore store, Script script, Pack pack, WorkingCalendar calendar)
    {
        (Store, _script, Clock) = (store, script, new SteppedClock(script.Start));
        var wall = new WallClock(Clock);
        var options = new ShellOptions("https://zones.example.cn", new Mailbox("office@zones.example.cn"));
        RandomBytes random = count => new byte[count];
        var claims = new Claims(store, wall);
        var rulebooks = new Rulebooks((revision, _) => Task.FromResult(revision == pack.Revision ? pack : null), calendar);
        Cases = new Cases(store, rulebooks, new LookUps(store, claims, Clock), Clock, NullLogger<Cases>.Instance, woken: id => Woken?.Invoke(id));
        var parties = new Parties(store, Cases, Clock);
        var mailings = new Mailings(
            store, Cases, parties, new ActionLinks(store, options, random, Clock), new LetterText(store, parties),
            mail => Task.FromResult(new RenderedMail($"{mail.Tell.Kind} {mail.Tell.Id}", mail.CaseUrl, mail.CaseUrl)), new KeptMail(Mails), options, Clock, wall);
        Clockwork = new Clockwork(store, Cases, rulebooks, Clock, NullLogger<Clockwork>.Instance);
        Courier = new Courier(store, new EffectRuns(store, Cases, mailings, Clock).RunAsync, Clock, NullLogger<Courier>.Instance);
    }

    public ICaseStore Store { get; }

    public SteppedClock Clock { get; }

    public Cases Cases { get; }

    public Clockwork Clockwork { get; }

    public Courier Courier { get; }

    /// <summary>Told of each commit.</summary>
    public Action<CaseId>? Woken { get; set; }

    /// <summary>The ids of the mails sent, in order.</summary>
    public List<string> Mails { get; } = [];

    /// <summary>The activities of this office's orchestrations.</summary>
    public ZoneActivities Activities(CaseEffects effectsOf, Func<CaseId, Task> settle) => new(
        new ShellClock(Store, Cases, Clockwork).PassTimeAsync, effectsOf, Courier.TryAsync, settle, Clock);

    /// <summary>Registers the script's people, then sends what was sent in the simulator's world, each at its instant, and lets time pass to where it ended.</summary>
    /// <param name="settle">Runs all timers and effects whose time has come.</param>
    public async Task LiveAsync(World world, Func<Task> settle)
    {
        await RegisterAsync();
        foreach (var signal in world.Signals.Where(s => s.Body is not SignalBody.HearMessage))
        {
            await PassTimeAsync(signal.At, settle);
            await Cases.SendAsync(new SignalRequest(signal.Id, signal.Case, signal.ReceivedAt, signal.Actor, signal.Body, []), default);
            await settle();
        }

        await PassTimeAsync(world.Now, settle);
        await settle();
    }

    /// <summary>Every journal but the parties', as its stored text.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> JournalsAsync(IEnumerable<CaseId> cases)
    {
        var journals = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var id in cases)
        {
            journals[id.Value] = [.. (await Store.JournalAsync(id, 0, int.MaxValue, default)).Select(e => Encoding.UTF8.GetString(e.Bytes.Span))];
        }

        return journals;
    }

    // The clock stops wherever something comes due on the way.
    private async Task PassTimeAsync(DateTimeOffset until, Func<Task> settle)
    {
        for (var stops = 1; ; stops++)
        {
            Assert.True(stops < 10_000, $"The clock never comes from {Clock.Now:O} to {until:O}.");
            await settle();
            var due = await Store.NextDueAsync(default);
            var effect = await Store.NextEffectAsync(default);
            if ((effect < due || due is null ? effect : due) is not { } next || next > until)
            {
                break;
            }

            Clock.Now = next > Clock.Now ? next : Clock.Now;
        }

        Clock.Now = until > Clock.Now ? until : Clock.Now;
    }

    private async Task RegisterAsync()
    {
        var signal = 0;
        var registrar = new Registrar(Store, Cases, Clock, count => new byte[count]);
        SignalId Next() => new($"register-{++signal}");
        await registrar.RegisterPartyAsync(Next(), Actor.System, "party-operator", "operator", null, default);
        await registrar.GrantAsync(Next(), Actor.System, new("party-operator"), new DatedRole(Actor.OperatorRole, null, LongAgo, null), default);
        await registrar.AddPersonAsync(Next(), Actor.System, new("party-operator"), new("operator-1"), "operator", "operator@zones.example.cn", default);
        foreach (var (name, actor) in _script.Parties.Where(p => p.Value.Party is not null))
        {
            await registrar.RegisterPartyAsync(Next(), Actor.System, name, name, _script.Codes.GetValueOrDefault(name), default);
            foreach (var role in actor.Roles)
            {
                await registrar.GrantAsync(Next(), Actor.System, actor.Party!.Value, new DatedRole(role.Role, role.Region, LongAgo, null), default);
            }

            await registrar.AddPersonAsync(Next(), Actor.System, actor.Party!.Value, actor.Person!.Value, name, "someone@zones.example.cn", default);
        }
    }

    private sealed class KeptMail(List<string> mails) : IMailer
    {
        public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            // Activities of several cases run at once.
            lock (mails)
            {
                mails.Add(mail.Id.Value);
            }

            return Task.CompletedTask;
        }
    }
}
