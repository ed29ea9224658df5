using System.Text;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Faults.Living;
using ZoneFlow.Faults.Simulated;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.TestKit;

namespace ZoneFlow.Faults;

public sealed class ParkedRoundTests
{
    [Fact]
    public async Task Round_ThatCannotBeRead_IsParkedAndTheZoneThatNamesItGoesOn()
    {
        var pack = ShippedPacks.Load("beijing-2023").Pack!;
        var (chance, disk, mail) = (new Random(1), new SimulatedDisk(), new SimulatedMail());
        var clock = new SimulatedClock(new DateTimeOffset(2025, 5, 6, 2, 0, 0, TimeSpan.Zero));
        var shell = new Installation(disk, mail, new Turns(chance) { AtOnce = true }, clock, new Weather(), chance, [pack], ChinaCalendar.Today);
        var cast = new Cast(pack);
        await cast.RegisterAsync(shell, CivilDate.Of(clock.Now));
        var (body, office) = (cast.Applicants[0], cast.Bodies.First(b => b.Role == "office"));
        var (zone, round) = (new CaseId("zone-1"), new CaseId("round-1"));
        await SendAsync(round, office, new SignalBody.OpenCase(pack.Revision, CaseKinds.Round, "2025-1", "第一批", null, []));
        await SendAsync(zone, body, new SignalBody.OpenCase(pack.Revision, CaseKinds.Zone, "BJ-1", "集聚区", cast.Regions[0], [new Applicant(body.Role, body.Party)]));

        var sound = disk.Cases[round.Value].State;
        disk.Cases[round.Value].State = Encoding.UTF8.GetBytes("?");
        var procedure = (await shell.Cases.FindAsync(zone, default))!.Value.State.Procedures.Single();
        var submit = new SignalBody.Act(
            procedure.Id, procedure.Visit, "submit", SignalInputs("round", round.Value), null, [], []);

        var parked = await Assert.ThrowsAsync<CaseParkedException>(() => SendAsync(zone, body, submit));
        Assert.Equal(round, parked.Case);
        Assert.NotNull(disk.Cases[round.Value].Parked);
        Assert.Null(disk.Cases[zone.Value].Parked);

        disk.Cases[round.Value].State = sound;
        disk.Cases[round.Value].Parked = null;
        Assert.NotEqual("parked", (await SendAsync(zone, body, submit)).Refusal!.Rule);

        async Task<Answer> SendAsync(CaseId id, Body who, SignalBody what)
        {
            var actor = (await shell.Parties.ActorAsync(who.Person, who.Party, SignedIn.Session, true, default))!;
            return await shell.Cases.SendAsync(new SignalRequest(shell.Registrar.NewSignal(), id, clock.Now, actor, what, []), default);
        }
    }

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, FieldValue> SignalInputs(string name, string value) =>
        System.Collections.Immutable.ImmutableSortedDictionary.Create<string, FieldValue>(StringComparer.Ordinal).Add(name, new FieldValue.Text(value));
}
