using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Demo;

namespace ZoneFlow.Server.Bench;

/// <summary>Zones for a demonstration's server: taken over in their construction term, an inquiry open for some.</summary>
internal sealed class HttpOffice(Runtime.Shell.Cases cases, Pack pack, TimeProvider clock)
{
    private static readonly Actor Province = Cast.Of("party-province", "province");

    public Task FillAsync(int zones, int tasks, DateOnly designated) => Parallel.ForEachAsync(
        Enumerable.Range(0, zones), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (n, _) =>
        {
            await SendAsync(n, Adoption.Of(pack, n, DemoSeed.Party(Samples.People[0]), designated));
            if (n < tasks)
            {
                await SendAsync(n, new SignalBody.Act(
                    null, 0, "open-revocation",
                    ImmutableSortedDictionary.Create<string, FieldValue>(StringComparer.Ordinal).Add("ground", new FieldValue.Many(["（三）有重大违法违规行为"])),
                    Paperwork.Confide("理由"), [], []));
            }
        });

    private async Task SendAsync(int zone, SignalBody body)
    {
        var answer = await cases.SendAsync(
            new SignalRequest(new SignalId(Guid.CreateVersion7().ToString()), BenchOffice.Zone(zone), clock.GetUtcNow(), Province, body, []), CancellationToken.None);
        if (answer.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"{refusal.Rule}: {refusal.Message.En}");
        }
    }
}
