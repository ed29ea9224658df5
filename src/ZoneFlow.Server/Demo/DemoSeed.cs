using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Server.Demo;

/// <summary>Registers the sample bodies, once.</summary>
internal sealed class DemoSeed(ICaseStore store, Registrar registrar, Codes codes, TimeProvider time)
{
    /// <summary>The morning the demonstration begins on: a fortnight after the policy was issued.</summary>
    public static readonly DateTimeOffset Beginning = CivilDate.At(new DateOnly(2025, 5, 6), new TimeOnly(9, 30));

    public static PartyId Party(SamplePerson sample) => new($"party-{sample.Key}");

    public static PersonId Person(SamplePerson sample) => new($"person-{sample.Key}");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = CivilDate.Of(time.GetUtcNow());
        foreach (var sample in Samples.People)
        {
            if (await store.LoadAsync(new CaseId(Party(sample).Value), cancellationToken) is { Version: >= 3 })
            {
                continue;
            }

            var (party, person) = (Party(sample), Person(sample));
            await registrar.RegisterPartyAsync(new SignalId($"{party}/registered"), Actor.System, party.Value, sample.Party, null, cancellationToken);
            await registrar.GrantAsync(
                new SignalId($"{party}/granted"), Actor.System, party, new DatedRole(sample.Role, sample.Region, today, null), cancellationToken);
            await registrar.AddPersonAsync(new SignalId($"{party}/person"), Actor.System, party, person, sample.Name, sample.Email, cancellationToken);
            if (sample.Secured)
            {
                await codes.EnrolAsync(person, cancellationToken);
                await registrar.SecureAsync(new SignalId($"{party}/secured"), Actor.System, party, person, true, cancellationToken);
            }
        }
    }
}
