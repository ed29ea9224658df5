using ZoneFlow.Core.Cases;

namespace ZoneFlow.Policies.Simulation;

/// <summary>People who act, each for a party that holds one role.</summary>
public static class Cast
{
    public static Actor Of(string name, string role, string? region = null, bool secondFactor = true) =>
        new(new PartyId(name), new PersonId($"{name}-1"), [new RoleGrant(role, region)], SignedIn.Session, secondFactor);
}
