using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Faults.Living;
using ZoneFlow.Faults.Simulated;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.TestKit;

namespace ZoneFlow.Faults;

public sealed class StaleReadTests
{
    [Fact]
    public async Task ACaseReadWhileAnotherCommitLands_StandsAtTheVersionOfItsOwnHead()
    {
        var pack = ShippedPacks.Load("liaoning-2025").Pack!;
        var (chance, disk) = (new Random(1), new SimulatedDisk());
        var clock = new SimulatedClock(new DateTimeOffset(2025, 5, 6, 2, 0, 0, TimeSpan.Zero));
        var shell = new Installation(disk, new SimulatedMail(), new Turns(chance) { AtOnce = true }, clock, new Weather(), chance, [pack], ChinaCalendar.Today);
        var cast = new Cast(pack);
        await cast.RegisterAsync(shell, CivilDate.Of(clock.Now));
        var party = new CaseId(cast.Applicants[0].Party.Value);

        var loaded = disk.Cases[party.Value].Stored;
        while (loaded.StateVersion == loaded.Version)
        {
            await RenameAsync();
            loaded = disk.Cases[party.Value].Stored;
        }

        await RenameAsync();
        Assert.Equal(loaded.Version + 1, disk.Cases[party.Value].Version);
        Assert.Equal(loaded.Version, (await JournalText.StateAsync(shell.Store, loaded, default)).Version);
        Assert.Equal(loaded.Version, (await JournalText.StateAsync(shell.Store, loaded with { Schema = 0 }, default)).Version);

        async Task RenameAsync()
        {
            var name = $"第{disk.Cases[party.Value].Version}名";
            var answer = await shell.Cases.SendAsync(new SignalRequest(
                shell.Registrar.NewSignal(), party, clock.Now, Actor.System, new SignalBody.RenameParty(name, CivilDate.Of(clock.Now)), []), default);
            Assert.True(answer.Wrote);
        }
    }
}
