using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Pages.Operator;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Showing;

/// <summary>The roles and regions of the packs in use, to choose from and to be named by.</summary>
public sealed class RoleOptions(Office office)
{
    public async Task<(IReadOnlyList<Option> Roles, IReadOnlyList<Option> Regions)> AllAsync(CancellationToken cancellationToken)
    {
        var packs = await office.InUseAsync(cancellationToken);
        var roles = packs.SelectMany(p => p.Roles.Values).Where(r => r.Kind != RoleKind.Public).DistinctBy(r => r.Name)
            .Select(r => new Option(r.Name, r.Label)).Append(new Option(Actor.OperatorRole, Frames.RoleLabel(packs, Actor.OperatorRole)));
        var regions = packs.SelectMany(p => p.Regions).Distinct().Select(r => new Option(r, new Label(r)));
        return ([.. roles], [.. regions]);
    }

    public async Task<IReadOnlyList<RoleLine>> LinesAsync(ImmutableArray<DatedRole> roles, CancellationToken cancellationToken)
    {
        var packs = await office.PacksAsync(cancellationToken);
        return [.. roles.Select(r => new RoleLine(Frames.RoleLabel(packs, r.Role), r.Region, r.From, r.Until))];
    }

    /// <summary>Whether a role is one tier's for one region; no other has a region.</summary>
    public async Task<bool> IsRegionalAsync(string role, CancellationToken cancellationToken) =>
        (await office.PacksAsync(cancellationToken)).Any(p => p.Roles.TryGetValue(role, out var rule) && rule.Kind == RoleKind.Endorser);
}
