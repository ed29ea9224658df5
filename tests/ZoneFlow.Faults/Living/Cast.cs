using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Faults.Living;

/// <summary>A person of a life, and the body that the person acts for.</summary>
internal sealed record Body(PartyId Party, PersonId Person, string Role, string? Region);

/// <summary>Everybody who takes part: the roles of a pack, in two of its regions. A third region is nobody's.</summary>
internal sealed class Cast
{
    public Cast(Pack pack)
    {
        Regions = [.. pack.Regions.Take(3)];
        var bodies = ImmutableArray.CreateBuilder<Body>();
        foreach (var role in pack.Roles.Values)
        {
            var regions = role.Kind == RoleKind.Endorser ? Regions.Take(2).Cast<string?>() : [null];
            var count = role.Kind switch { RoleKind.Applicant => 3, RoleKind.Expert => 5, _ => 1 };
            foreach (var region in role.Kind == RoleKind.Public ? [] : regions)
            {
                bodies.AddRange(Enumerable.Range(1, count).Select(n => Named($"{role.Name}-{region}{n}", role.Name, region)));
                if (role.Kind == RoleKind.Authority)
                {
                    // Two people at one desk: each gets every mail.
                    bodies.Add(bodies[^1] with { Person = new PersonId($"{bodies[^1].Person}-second") });
                }
            }
        }

        bodies.Add(Named("operator", Actor.OperatorRole, null));
        Bodies = bodies.ToImmutable();
        Experts = [.. Bodies.Where(b => pack.Roles.TryGetValue(b.Role, out var role) && role.Kind == RoleKind.Expert)];
        Applicants = [.. Bodies.Where(b => pack.Roles.TryGetValue(b.Role, out var role) && role.Kind == RoleKind.Applicant)];
    }

    public ImmutableArray<Body> Bodies { get; }

    public ImmutableArray<Body> Experts { get; }

    public ImmutableArray<Body> Applicants { get; }

    public ImmutableArray<string> Regions { get; }

    /// <summary>Registers everybody; harmless when done again after a power cut.</summary>
    public async Task RegisterAsync(Installation shell, DateOnly today)
    {
        foreach (var body in Bodies)
        {
            await shell.Registrar.RegisterPartyAsync(new SignalId($"{body.Party}/registered"), Actor.System, body.Party.Value, body.Party.Value, null, default);
            await shell.Registrar.GrantAsync(
                new SignalId($"{body.Party}/granted"), Actor.System, body.Party, new DatedRole(body.Role, body.Region, today, null), default);
            await shell.Registrar.AddPersonAsync(
                new SignalId($"{body.Person}/added"), Actor.System, body.Party, body.Person, body.Person.Value, $"p{Bodies.IndexOf(body)}@bodies.example.cn", default);
        }
    }

    private static Body Named(string name, string role, string? region) => new(new PartyId($"party-{name}"), new PersonId($"person-{name}"), role, region);
}
