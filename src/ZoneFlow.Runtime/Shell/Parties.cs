using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;

namespace ZoneFlow.Runtime.Shell;

/// <summary>Who is who: parties, the roles they hold on a day, and the people who act for them. A party's id is its case's.</summary>
public sealed class Parties(ICaseStore store, Cases cases, TimeProvider time)
{
    public DateOnly Today => CivilDate.Of(time.GetUtcNow());

    public async Task<CaseState?> FindAsync(PartyId id, CancellationToken cancellationToken) =>
        await cases.FindAsync(new CaseId(id.Value), cancellationToken) is { State: { Party: not null } state } ? state : null;

    public async Task<string> NameAsync(PartyId id, DateOnly on, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { Party: { } party } ? party.NameOn(on) : id.Value;

    /// <summary>The parties that hold a role today, in a region where the role has one.</summary>
    public async Task<IReadOnlyList<RoleHolderRow>> HoldersAsync(string role, string? region, CancellationToken cancellationToken)
    {
        var today = Today;
        return [.. (await store.RoleHoldersAsync(role, region, cancellationToken)).Where(h => h.HoldsOn(today)).DistinctBy(h => h.Party)];
    }

    /// <summary>The people of a party who can be written to.</summary>
    public async Task<IReadOnlyList<Addressee>> PeopleAsync(PartyId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { Party: { } party })
        {
            return [];
        }

        var texts = await store.ConfidedAsync(new CaseId(id.Value), cancellationToken);
        return
        [
            .. party.People.Where(p => texts.ContainsKey(p.Email.Digest)).Select(p => new Addressee(
                p.Id, id, party.NameOn(Today), texts.TryGetValue(p.Name.Digest, out var name) ? name.Text : "", texts[p.Email.Digest].Text, p.Secured)),
        ];
    }

    /// <summary>Everybody whom a mail to this audience reaches today.</summary>
    public async Task<IReadOnlyList<Addressee>> AudienceAsync(Audience audience, CancellationToken cancellationToken)
    {
        if (audience.Party is { } one)
        {
            return await PeopleAsync(one, cancellationToken);
        }

        var people = new List<Addressee>();
        foreach (var holder in await HoldersAsync(audience.Role, audience.Region, cancellationToken))
        {
            people.AddRange(await PeopleAsync(holder.Party, cancellationToken));
        }

        return people;
    }

    /// <summary>A person as an actor of today, or null where the person no longer acts for the party.</summary>
    public async Task<Actor?> ActorAsync(PersonId person, PartyId id, SignedIn how, bool secondFactor, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { Party: { } party } && party.People.Any(p => p.Id == person)
            ? new Actor(id, person, [.. party.RolesOn(Today)], how, secondFactor)
            : null;
}
