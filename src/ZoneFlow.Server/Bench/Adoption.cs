using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Simulation;

namespace ZoneFlow.Server.Bench;

/// <summary>A zone that is in its construction term, as an office takes over one that was designated before.</summary>
internal static class Adoption
{
    public static SignalBody.AdoptCase Of(Pack pack, int number, PartyId body, DateOnly designated) => new(
        pack.Revision, CaseKinds.Zone, $"LN-{number:D7}", $"第{number:D7}号知识产权服务业高质量集聚发展区", pack.Regions[number % pack.Regions.Length],
        [new Applicant("zone-body", body)], "constructing",
        ImmutableSortedDictionary.Create<string, AdoptedMark>(StringComparer.Ordinal)
            .Add("applied", new AdoptedMark(designated.AddDays(-60), Paperwork.Of("application-form")))
            .Add("designated", new AdoptedMark(designated, Paperwork.Of("approval"))),
        ["formal-plan/once"]);
}
