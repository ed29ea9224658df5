using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Which cases an actor follows: whole kinds, in a region or in all, and those of its own party.</summary>
/// <param name="Whole">None of them lies within another.</param>
internal sealed record Following(IReadOnlyList<(string Kind, string? Region)> Whole, PartyId? Own)
{
    /// <summary>Its own, its region's, or every one for the deciding office.</summary>
    public static Following Of(Actor actor, IReadOnlyList<Pack> packs)
    {
        var kinds = actor.Roles.SelectMany(grant => packs.Where(p => p.Roles.ContainsKey(grant.Role)).Select(p => (p.Roles[grant.Role].Kind, grant.Region))).Distinct().ToList();
        List<(string Kind, string? Region)> whole =
        [
            .. kinds.SelectMany<(RoleKind Kind, string? Region), (string, string?)>(k => k.Kind switch
            {
                RoleKind.Authority => [(CaseKinds.Zone, null), (CaseKinds.Round, null), (CaseKinds.Plan, null)],
                RoleKind.Unit => [(CaseKinds.Plan, null)],
                RoleKind.Endorser when k.Region is not null => [(CaseKinds.Zone, k.Region)],
                _ => [],
            }).Distinct(),
        ];
        return new Following(
            [.. whole.Where(w => w.Region is null || !whole.Contains((w.Kind, null)))], kinds.Any(k => k.Kind == RoleKind.Applicant) ? actor.Party : null);
    }

    /// <summary>Whether a case of its own is in one of the whole kinds too.</summary>
    public bool Has(string kind, string? region) => Whole.Any(w => w.Kind == kind && (w.Region is null || w.Region == region));
}
