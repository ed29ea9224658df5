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
    /// <summary>Every role once, under all its names in the packs in use, and every region and unit that one can be held for.</summary>
    public async Task<(IReadOnlyList<Option> Roles, IReadOnlyList<Option> Places)> AllAsync(CancellationToken cancellationToken)
    {
        var packs = await office.InUseAsync(cancellationToken);
        var roles = packs.SelectMany(p => p.Roles.Values).Where(r => r.Kind != RoleKind.Public).GroupBy(r => r.Name, r => r.Label)
            .Select(g => new Option(g.Key, Together(g))).Append(new Option(Actor.OperatorRole, Frames.RoleLabel(packs, Actor.OperatorRole)));
        return ([.. roles], [.. packs.SelectMany(RegionsOf).Concat(packs.SelectMany(UnitsOf)).DistinctBy(o => o.Value)]);
    }

    /// <summary>The role of a name in any pack in use, by its label there or by its own name; the text itself where there is none.</summary>
    public async Task<string> NamedAsync(string text, CancellationToken cancellationToken)
    {
        var packs = await office.InUseAsync(cancellationToken);
        return packs.SelectMany(p => p.Roles.Values).FirstOrDefault(r => r.Kind != RoleKind.Public && r.Label.Zh == text)?.Name
            ?? (await AllAsync(cancellationToken)).Roles.FirstOrDefault(r => r.Label.Zh == text)?.Value ?? text;
    }

    /// <summary>What a role is held for: a region of its tier, or one of a plan's units; and whether it must be for one of them.</summary>
    public async Task<(IReadOnlyList<Option> Places, bool Required)> PlacesAsync(string role, CancellationToken cancellationToken)
    {
        var places = (await office.InUseAsync(cancellationToken)).Where(p => p.Roles.ContainsKey(role)).Select(p => p.Roles[role].Kind switch
        {
            RoleKind.Endorser => RegionsOf(p).ToList(),
            RoleKind.Unit => UnitsOf(p).ToList(),
            _ => [],
        }).ToList();
        return ([.. places.SelectMany(o => o).DistinctBy(o => o.Value)], places.Count > 0 && places.All(o => o.Count > 0));
    }

    public async Task<IReadOnlyList<RoleLine>> LinesAsync(ImmutableArray<DatedRole> roles, CancellationToken cancellationToken)
    {
        var packs = await office.PacksAsync(cancellationToken);
        return [.. roles.Select(r => new RoleLine(Frames.RoleLabel(packs, r.Role), r.Region is { } region ? PlaceName(packs, region) : null, r.From, r.Until))];
    }

    /// <summary>A region as it is called, and a unit by its name in the first pack that has it.</summary>
    public static string PlaceName(IReadOnlyList<Pack> packs, string place) =>
        packs.Select(p => p.Units.GetValueOrDefault(place)?.Label.Zh).FirstOrDefault(l => l is not null) ?? place;

    private static IEnumerable<Option> RegionsOf(Pack pack) => pack.Regions.Select(r => new Option(r, new Label(r)));

    private static IEnumerable<Option> UnitsOf(Pack pack) => pack.Units.Where(u => !u.Value.IsGroup).Select(u => new Option(u.Key, u.Value.Label));

    private static Label Together(IEnumerable<Label> labels)
    {
        var all = labels.Distinct().ToList();
        return all.Count == 1 ? all[0] : new Label(string.Join('／', all.Select(l => l.Zh).Distinct()), string.Join(" / ", all.Select(l => l.En ?? l.Zh).Distinct()));
    }
}
