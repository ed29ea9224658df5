using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Demo;

namespace ZoneFlow.Server.Bench;

/// <summary>Zones for a demonstration's server: taken over in their construction term, a few to each body, an inquiry open for some.</summary>
internal sealed class HttpOffice(Runtime.Shell.Cases cases, Pack pack, TimeProvider clock)
{
    private const int OfABody = 4;
    private const int OfTheSample = 500;
    private static readonly Actor Province = Cast.Of("party-province", "province");

    public async Task FillAsync(int zones, int tasks, DateOnly designated)
    {
        await EachAsync(Enumerable.Range(0, zones).Where(n => n >= OfTheSample && n % OfABody == 0), async n =>
        {
            var id = new CaseId(Body(n).Value);
            await SendAsync(id, Actor.System, new SignalBody.RegisterParty($"第{n / OfABody:D5}号集聚区建设主体", null));
            await SendAsync(id, Actor.System, new SignalBody.GrantRole("zone-body", null, designated, null));
        });
        await EachAsync(Enumerable.Range(0, zones), async n =>
        {
            await SendAsync(n, Adoption.Of(pack, n, Body(n), designated));
            if (n < tasks)
            {
                await SendAsync(n, new SignalBody.Act(
                    null, 0, "open-revocation",
                    ImmutableSortedDictionary.Create<string, FieldValue>(StringComparer.Ordinal).Add("ground", new FieldValue.Many(["（三）有重大违法违规行为"])),
                    Paperwork.Confide("理由"), [], []));
            }
        });
    }

    private static Task EachAsync(IEnumerable<int> numbers, Func<int, Task> work) =>
        Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (n, _) => await work(n));

    // The first have the demonstration's own body, whose people can sign in and be written to; the others have nobody, and nothing to be told.
    private static PartyId Body(int zone) => zone < OfTheSample ? DemoSeed.Party(Samples.People[0]) : new PartyId($"body-{zone / OfABody:D5}");

    private Task SendAsync(int zone, SignalBody body) => SendAsync(BenchOffice.Zone(zone), Province, body);

    private async Task SendAsync(CaseId id, Actor by, SignalBody body)
    {
        var answer = await cases.SendAsync(
            new SignalRequest(new SignalId(Guid.CreateVersion7().ToString()), id, clock.GetUtcNow(), by, body, []), CancellationToken.None);
        if (answer.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"{refusal.Rule}: {refusal.Message.En}");
        }
    }
}
