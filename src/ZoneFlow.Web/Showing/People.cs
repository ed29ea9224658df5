using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Web.Showing;

/// <summary>Names of those who act and hold, for one page; each party is read once.</summary>
public sealed class People(Parties parties, CancellationToken cancellationToken)
{
    private readonly Dictionary<PartyId, string> _names = [];
    private readonly Dictionary<PartyId, IReadOnlyList<Addressee>> _people = [];

    public async Task<string> NameAsync(PartyId party) =>
        _names.TryGetValue(party, out var known) ? known : _names[party] = await parties.NameAsync(party, parties.Today, cancellationToken);

    /// <summary>A person with the party, or the party alone where the person no longer acts for it.</summary>
    public async Task<string> NameAsync(PartyId party, PersonId person) =>
        (await OfAsync(party)).FirstOrDefault(p => p.Person == person) is { } known ? $"{known.Name}（{known.PartyName}）" : await NameAsync(party);

    /// <summary>Whoever acted: the party, or the system.</summary>
    public async Task<string> ActorAsync(Actor actor) =>
        actor.Party is { } party ? await NameAsync(party) : actor.How == SignedIn.System ? "系统" : "公众";

    /// <summary>A holder as its role and the parties that hold it: 市级知识产权主管部门（沈阳市知识产权局）.</summary>
    public async Task<string> HolderAsync(Pack pack, Audience holder)
    {
        var role = pack.Roles.TryGetValue(holder.Role, out var rule) ? rule.Label.Zh : null;
        IReadOnlyList<string> names = holder.Party is { } party
            ? [await NameAsync(party)]
            : [.. (await parties.HoldersAsync(holder.Role, holder.Region, cancellationToken)).Select(h => h.Name)];
        return (role, names.Count) switch
        {
            (null, _) => string.Join('、', names),
            (_, 0) => role,
            _ => $"{role}（{string.Join('、', names)}）",
        };
    }

    /// <summary>The person behind an actor with the body they act for.</summary>
    public async Task<string> PersonAsync(Actor actor)
    {
        if (actor.Party is not { } party)
        {
            return "";
        }

        var person = (await OfAsync(party)).FirstOrDefault(p => p.Person == actor.Person);
        return person is null ? await NameAsync(party) : $"{person.Name}，{person.PartyName}";
    }

    private async Task<IReadOnlyList<Addressee>> OfAsync(PartyId party) =>
        _people.TryGetValue(party, out var known) ? known : _people[party] = await parties.PeopleAsync(party, cancellationToken);
}
