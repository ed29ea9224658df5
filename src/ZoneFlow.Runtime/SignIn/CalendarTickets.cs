using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.SignIn;

/// <summary>
/// The secret addresses of subscribed calendars: a calendar program has no session. A person has at most one of each
/// kind; a new one ends the one before it.
/// </summary>
public sealed class CalendarTickets(ICaseStore store, Parties parties, RandomBytes random)
{
    public async Task<Token> RenewAsync(PersonId person, PartyId party, bool whole, CancellationToken cancellationToken)
    {
        await EndAsync(person, whole, cancellationToken);
        var token = Token.New(random);
        var ticket = new CalendarTicket(person, party, whole);
        await store.PutRecordAsync(
            new KeyedRecord(RecordKinds.CalendarTicket, token.Hash.Value, JsonSerializer.Serialize(ticket, CaseJson.Stored.CalendarTicket), null), cancellationToken);
        await store.PutRecordAsync(new KeyedRecord(RecordKinds.CalendarTicket, KeyOf(person, whole), token.Hash.Value, null), cancellationToken);
        return token;
    }

    public async Task EndAsync(PersonId person, bool whole, CancellationToken cancellationToken)
    {
        if (await store.RecordAsync(RecordKinds.CalendarTicket, KeyOf(person, whole), cancellationToken) is { } former)
        {
            await store.DeleteRecordAsync(RecordKinds.CalendarTicket, former.Json, cancellationToken);
            await store.DeleteRecordAsync(RecordKinds.CalendarTicket, former.Key, cancellationToken);
        }
    }

    public async Task<bool> HasAsync(PersonId person, bool whole, CancellationToken cancellationToken) =>
        await store.RecordAsync(RecordKinds.CalendarTicket, KeyOf(person, whole), cancellationToken) is not null;

    /// <summary>Whose calendar it is, with the roles of today; null where the address was ended or the person has left.</summary>
    public async Task<(Actor Actor, bool Whole)?> FindAsync(Token token, CancellationToken cancellationToken)
    {
        if (await store.RecordAsync(RecordKinds.CalendarTicket, token.Hash.Value, cancellationToken) is not { } record)
        {
            return null;
        }

        var ticket = JsonSerializer.Deserialize(record.Json, CaseJson.Stored.CalendarTicket)!;
        return await parties.ActorAsync(ticket.Person, ticket.Party, SignedIn.Session, false, cancellationToken) is { } actor ? (actor, ticket.Whole) : null;
    }

    private static string KeyOf(PersonId person, bool whole) => $"of|{person.Value}|{(whole ? "whole" : "own")}";
}
