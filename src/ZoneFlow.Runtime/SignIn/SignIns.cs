using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.SignIn;

/// <summary>
/// Signing in by an emailed link, and the sessions that follow. The wall clock rules here, not the office's:
/// a session does not age because a demonstration has jumped a year.
/// </summary>
public sealed class SignIns(ICaseStore store, Parties parties, WallClock wall, RandomBytes random, SecurityLog log)
{
    /// <summary>How long an emailed sign-in link holds.</summary>
    public static readonly TimeSpan TicketLife = TimeSpan.FromMinutes(30);

    private const int IdDigits = 16;
    private const string Used = "used";
    private static readonly TimeSpan SessionLife = TimeSpan.FromDays(7);
    private static readonly TimeSpan IdleLife = TimeSpan.FromHours(10);
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(10);

    /// <summary>Tickets for the people reached at an address; empty where nobody is.</summary>
    public async Task<IReadOnlyList<(Addressee To, Token Token)>> RequestAsync(string email, string? returnTo, CancellationToken cancellationToken)
    {
        var tickets = new List<(Addressee, Token)>();
        var record = await store.RecordAsync(RecordKinds.Address, Registrar.AddressKey(email), cancellationToken);
        foreach (var person in record is null ? [] : JsonSerializer.Deserialize(record.Json, CaseJson.Stored.ImmutableArrayString))
        {
            if (await PartyOfAsync(new PersonId(person), cancellationToken) is { } party
                && (await parties.PeopleAsync(party, cancellationToken)).FirstOrDefault(p => p.Person.Value == person) is { } addressee)
            {
                tickets.Add((addressee, await TicketAsync(addressee.Person, party, returnTo, cancellationToken)));
            }
        }

        return tickets;
    }

    /// <summary>A ticket for a person who is known otherwise: the first operator, from the console.</summary>
    public async Task<Token> TicketAsync(PersonId person, PartyId party, string? returnTo, CancellationToken cancellationToken)
    {
        var token = Token.New(random);
        var now = wall.Time.GetUtcNow();
        var ticket = new SignInTicket(person, party, now, returnTo);
        await store.PutRecordAsync(
            new KeyedRecord(RecordKinds.SignIn, token.Hash.Value, JsonSerializer.Serialize(ticket, CaseJson.Stored.SignInTicket), now + TicketLife),
            cancellationToken);
        return token;
    }

    /// <summary>A ticket that still holds, without using it; null where it does not.</summary>
    public async Task<SignInTicket?> FindTicketAsync(Token token, CancellationToken cancellationToken) =>
        await HeldAsync(token, cancellationToken) is { } record ? Read(record) : null;

    /// <summary>Uses a ticket up and begins a session; null where the ticket does not hold.</summary>
    /// <param name="with">What it is begun with, in words, for its owner to know it by.</param>
    public async Task<(Token Session, SignInTicket Ticket)?> ConfirmAsync(Token token, string? with, CancellationToken cancellationToken)
    {
        // Of two that come at once one takes it: it is marked as used before it is thrown away.
        if (await HeldAsync(token, cancellationToken) is not { } record
            || !await store.ReplaceRecordAsync(record, record with { Json = Used, Expires = wall.Time.GetUtcNow() }, cancellationToken))
        {
            log.LinkRefused();
            return null;
        }

        await store.DeleteRecordAsync(RecordKinds.SignIn, token.Hash.Value, cancellationToken);
        var ticket = Read(record);
        var session = await BeginAsync(ticket.Person, ticket.Party, with, cancellationToken);
        log.SignedIn(ticket.Person, ticket.Party);
        return (session, ticket);
    }

    public Task<Token> BeginAsync(PersonId person, PartyId party, CancellationToken cancellationToken) => BeginAsync(person, party, null, cancellationToken);

    public async Task<Token> BeginAsync(PersonId person, PartyId party, string? with, CancellationToken cancellationToken)
    {
        var token = Token.New(random);
        var now = wall.Time.GetUtcNow();
        await PutAsync(token.Hash, new Session(person, party, now, now) { With = with }, cancellationToken);
        return token;
    }

    /// <summary>Whoever is signed in under a token, as an actor of today; null where nobody is.</summary>
    public async Task<Actor?> ActorAsync(Token token, CancellationToken cancellationToken)
    {
        var now = wall.Time.GetUtcNow();
        if (await store.RecordAsync(RecordKinds.Session, token.Hash.Value, cancellationToken) is not { } record || record.Expires <= now)
        {
            return null;
        }

        var session = JsonSerializer.Deserialize(record.Json, CaseJson.Stored.Session)!;
        if (session.Seen + IdleLife <= now)
        {
            return null;
        }

        if (session.Seen + SeenStep <= now)
        {
            await PutAsync(token.Hash, session with { Seen = now }, cancellationToken);
        }

        return await parties.ActorAsync(session.Person, session.Party, SignedIn.Session, false, cancellationToken);
    }

    public Task EndAsync(Token token, CancellationToken cancellationToken) =>
        store.DeleteRecordAsync(RecordKinds.Session, token.Hash.Value, cancellationToken);

    /// <summary>The sessions of a person that still hold, the one last used first.</summary>
    /// <param name="own">The one that asks.</param>
    public async Task<IReadOnlyList<OwnSession>> OfAsync(PersonId person, Token own, CancellationToken cancellationToken)
    {
        var now = wall.Time.GetUtcNow();
        return
        [
            .. (await OfAsync(person, cancellationToken)).Where(s => s.Record.Expires > now && s.Session.Seen + IdleLife > now)
                .Select(s => new OwnSession(s.Record.Key[..IdDigits], s.Session.Began, s.Session.Seen, s.Session.With, s.Record.Key == own.Hash.Value))
                .OrderByDescending(s => s.Seen),
        ];
    }

    /// <summary>When a session began; null where it holds no more.</summary>
    public async Task<DateTimeOffset?> BeganAsync(Token own, CancellationToken cancellationToken) =>
        await store.RecordAsync(RecordKinds.Session, own.Hash.Value, cancellationToken) is { } record
            ? JsonSerializer.Deserialize(record.Json, CaseJson.Stored.Session)!.Began
            : null;

    /// <summary>Ends other sessions of a person: the one of an id, or all; never the one that asks, and nobody else's.</summary>
    /// <returns>How many were ended now.</returns>
    public async Task<int> EndOthersAsync(PersonId person, Token own, string? id, CancellationToken cancellationToken)
    {
        var others = (await OfAsync(person, cancellationToken)).Where(s => s.Record.Key != own.Hash.Value && (id is null || s.Record.Key[..IdDigits] == id)).ToList();
        foreach (var (record, _) in others)
        {
            await store.DeleteRecordAsync(RecordKinds.Session, record.Key, cancellationToken);
        }

        log.SessionsEnded(person, others.Count);
        return others.Count;
    }

    /// <summary>Ends every session of a person: a telephone is lost, or they act for the party no more.</summary>
    public async Task EndAllAsync(PersonId person, CancellationToken cancellationToken)
    {
        foreach (var (record, _) in await OfAsync(person, cancellationToken))
        {
            await store.DeleteRecordAsync(RecordKinds.Session, record.Key, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<(KeyedRecord Record, Session Session)>> OfAsync(PersonId person, CancellationToken cancellationToken) =>
    [
        .. (await store.RecordsAsync(RecordKinds.Session, "", int.MaxValue, cancellationToken))
            .Select(r => (r, Session: JsonSerializer.Deserialize(r.Json, CaseJson.Stored.Session)!)).Where(s => s.Session.Person == person),
    ];

    private async Task<PartyId?> PartyOfAsync(PersonId person, CancellationToken cancellationToken) =>
        await store.RecordAsync(RecordKinds.Person, person.Value, cancellationToken) is { } record
            ? new PartyId(JsonSerializer.Deserialize(record.Json, CaseJson.Stored.ImmutableArrayString)[0])
            : null;

    private Task PutAsync(TokenHash hash, Session session, CancellationToken cancellationToken) => store.PutRecordAsync(
        new KeyedRecord(RecordKinds.Session, hash.Value, JsonSerializer.Serialize(session, CaseJson.Stored.Session), session.Began + SessionLife),
        cancellationToken);

    private async Task<KeyedRecord?> HeldAsync(Token token, CancellationToken cancellationToken) =>
        await store.RecordAsync(RecordKinds.SignIn, token.Hash.Value, cancellationToken) is { } record && record.Expires > wall.Time.GetUtcNow() && record.Json != Used
            ? record
            : null;

    private static SignInTicket Read(KeyedRecord record) => JsonSerializer.Deserialize(record.Json, CaseJson.Stored.SignInTicket)!;
}
