using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>Who did something: the party, the person, and the roles the party held at that instant.</summary>
/// <param name="SecondFactor">Whether a time-based code was proved for this very act.</param>
public sealed record Actor(PartyId? Party, PersonId? Person, ImmutableArray<RoleGrant> Roles, SignedIn How, bool SecondFactor)
{
    public const string OperatorRole = "operator";

    public static Actor System { get; } = new(null, null, [], SignedIn.System, false);

    public static Actor Anonymous { get; } = new(null, null, [], SignedIn.Anonymous, false);

    public bool IsOperator => How == SignedIn.System || Roles.Any(r => r.Role == OperatorRole);

    public bool Equals(Actor? other) =>
        other is not null && Party == other.Party && Person == other.Person && How == other.How
        && SecondFactor == other.SecondFactor && Roles.SequenceEqual(other.Roles);

    public override int GetHashCode() => HashCode.Combine(Party, Person, How);
}
