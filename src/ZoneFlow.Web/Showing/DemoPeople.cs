using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Web.Showing;

/// <summary>Everybody of a demonstration, sample people and those added since, with the roles their party holds.</summary>
public sealed class DemoPeople(PartyViews parties, Parties people)
{
    public async Task<IReadOnlyList<(Addressee Person, IReadOnlyList<string> Roles)>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new List<(Addressee, IReadOnlyList<string>)>();
        foreach (var party in await parties.AllAsync(cancellationToken))
        {
            var roles = party.Roles.Where(r => r.From <= people.Today && (r.Until is null || people.Today <= r.Until)).Select(r => r.Role).Distinct().ToList();
            all.AddRange((await people.PeopleAsync(party.Id, cancellationToken)).Select(p => (p, (IReadOnlyList<string>)roles)));
        }

        return [.. all.OrderBy(p => p.Item1.Email.Split('@')[0], StringComparer.Ordinal).ThenBy(p => p.Item1.Email, StringComparer.Ordinal)];
    }
}
