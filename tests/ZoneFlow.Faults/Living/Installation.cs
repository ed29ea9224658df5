using Microsoft.Extensions.Logging.Abstractions;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;
using ZoneFlow.Faults.Simulated;
using ZoneFlow.Runtime.Effects;
using ZoneFlow.Runtime.Links;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Faults.Living;

/// <summary>One run of the program: the real shell over the simulated ports. After a power cut another takes its place over the same disk.</summary>
internal sealed class Installation
{
    private readonly Weather _weather;
    private readonly Random _chance;

    public Installation(SimulatedDisk disk, SimulatedMail mail, Turns turns, SimulatedClock clock, Weather weather, Random chance, IReadOnlyList<Pack> packs, WorkingCalendar calendar)
    {
        (_weather, _chance) = (weather, chance);
        Store = new SimulatedStore(disk, turns, Process, weather, chance);
        Documents = new SimulatedDocuments(disk, turns, Process, weather, clock, chance);
        Rulebooks = new Rulebooks((revision, _) => Task.FromResult(packs.FirstOrDefault(p => p.Revision == revision)), calendar);
        var wall = new WallClock(clock);
        var options = new ShellOptions("https://zones.example.cn", new Mailbox("office@zones.example.cn"));
        RandomBytes random = count =>
        {
            var bytes = new byte[count];
            chance.NextBytes(bytes);
            return bytes;
        };
        Random = random;
        var claims = new Claims(Store, wall);
        Cases = new Cases(Store, Rulebooks, new LookUps(Store, claims, clock), clock, NullLogger<Cases>.Instance, new CaseCache(), null, CrashPoint, statesEvery: 4, new FreshEffects());
        Parties = new Parties(Store, Cases, clock);
        Numbers = new Numbers(Store, claims, Parties);
        Registrar = new Registrar(Store, Cases, clock, random);
        Links = new ActionLinks(Store, options, random, clock);
        var mailings = new Mailings(
            Store, Cases, Parties, Links, new LetterText(Store, Parties), Rendered, new SimulatedMailer(mail, turns, Process, weather, chance), options,
            clock, wall);
        Courier = new Courier(Store, new EffectRuns(Store, Cases, mailings, clock).RunAsync, clock, NullLogger<Courier>.Instance, CrashPoint);
        Clockwork = new Clockwork(Store, Cases, Rulebooks, clock, NullLogger<Clockwork>.Instance);
    }

    public ProcessLife Process { get; } = new();

    public SimulatedStore Store { get; }

    public SimulatedDocuments Documents { get; }

    public Rulebooks Rulebooks { get; }

    public Cases Cases { get; }

    public Parties Parties { get; }

    public Numbers Numbers { get; }

    public Registrar Registrar { get; }

    public ActionLinks Links { get; }

    public Courier Courier { get; }

    public Clockwork Clockwork { get; }

    public RandomBytes Random { get; }

    /// <summary>Runs all that is due, as the server's engine does; what the disk or the post refuses is left for the next time.</summary>
    public async Task SettleAsync()
    {
        try
        {
            while (await Clockwork.RunAsync(CancellationToken.None) + await Courier.RunAsync(CancellationToken.None) > 0)
            {
            }
        }
        catch (Exception error) when (error is IOException or PowerCutException)
        {
            // The engine logs it and tries again a little later; a life does so in its next step.
        }
    }

    public void CrashPoint(string at)
    {
        if (_chance.Next(1000) < _weather.PowerCut)
        {
            Store.PowerCut(at);
        }

        if (Process.IsDead)
        {
            throw new PowerCutException(at);
        }
    }

    private static Task<RenderedMail> Rendered(TellMail mail)
    {
        var text = $"{mail.CaseUrl}\n{mail.ActionUrl}\n{mail.ExplainUrl}";
        return Task.FromResult(new RenderedMail($"{mail.Tell.Kind} {mail.Tell.Id}", text, text));
    }
}
