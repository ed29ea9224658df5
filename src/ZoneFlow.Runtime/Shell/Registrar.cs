using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Runtime.Shell;

/// <summary>Registers parties, their roles and their people, for the operator and at the first start.</summary>
public sealed class Registrar(ICaseStore store, Cases cases, TimeProvider time, RandomBytes random)
{
    public static readonly CaseId Office = new("office");

    public SignalId NewSignal() => new(Guid.CreateVersion7(time.GetUtcNow()).ToString());

    /// <summary>An id for a new case, party or person: its kind, and a time-ordered random part.</summary>
    public string NewId(string prefix) => $"{prefix}-{Guid.CreateVersion7(time.GetUtcNow()):N}";

    public async Task<Answer> RegisterPartyAsync(SignalId signal, Actor by, string id, string name, string? code, CancellationToken cancellationToken) =>
        await SendAsync(signal, new CaseId(id), by, new SignalBody.RegisterParty(name.Trim(), code), [], cancellationToken);

    public async Task<Answer> GrantAsync(SignalId signal, Actor by, PartyId party, DatedRole role, CancellationToken cancellationToken) =>
        await SendAsync(
            signal, new CaseId(party.Value), by, new SignalBody.GrantRole(role.Role, role.Region, role.From, role.Until), [], cancellationToken);

    /// <summary>Adds a person and makes the address known, so that a sign-in link can be asked for.</summary>
    public async Task<Answer> AddPersonAsync(
        SignalId signal, Actor by, PartyId party, PersonId person, string name, string email, CancellationToken cancellationToken)
    {
        var address = new Mailbox(email.Trim()).Address;
        var confiding = new Confiding(random);
        var body = new SignalBody.AddPerson(person, confiding.Take("name", name.Trim()), confiding.Take("contact", address));
        var answer = await SendAsync(signal, new CaseId(party.Value), by, body, confiding.Texts, cancellationToken);
        if (answer.Accepted)
        {
            await store.PutRecordAsync(
                new KeyedRecord(RecordKinds.Person, person.Value, JsonSerializer.Serialize(ImmutableArray.Create(party.Value), CaseJson.Stored.ImmutableArrayString), null),
                cancellationToken);
            await KnowAddressAsync(address, person, cancellationToken);
        }

        return answer;
    }

    public async Task<Answer> RenameAsync(SignalId signal, Actor by, PartyId party, string name, DateOnly from, CancellationToken cancellationToken) =>
        await SendAsync(signal, new CaseId(party.Value), by, new SignalBody.RenameParty(name.Trim(), from), [], cancellationToken);

    /// <param name="last">The last day on which the role is held.</param>
    public async Task<Answer> EndRoleAsync(SignalId signal, Actor by, PartyId party, RoleGrant role, DateOnly last, CancellationToken cancellationToken) =>
        await SendAsync(signal, new CaseId(party.Value), by, new SignalBody.EndRole(role.Role, role.Region, last), [], cancellationToken);

    /// <summary>A person no longer acts for the party; what they did stays theirs.</summary>
    public async Task<Answer> RemovePersonAsync(SignalId signal, Actor by, PartyId party, PersonId person, CancellationToken cancellationToken) =>
        await SendAsync(signal, new CaseId(party.Value), by, new SignalBody.RemovePerson(person), [], cancellationToken);

    /// <summary>Records that a person has a time-based code, or has none any more.</summary>
    public async Task<Answer> SecureAsync(SignalId signal, Actor by, PartyId party, PersonId person, bool secured, CancellationToken cancellationToken) =>
        await SendAsync(signal, new CaseId(party.Value), by, new SignalBody.SecurePerson(person, secured), [], cancellationToken);

    public async Task<Answer> OpenOfficeAsync(string name, CancellationToken cancellationToken) =>
        await SendAsync(new SignalId("office-opened"), Office, Actor.System, new SignalBody.OpenOffice(name), [], cancellationToken);

    public async Task<Answer> PublishPackAsync(Actor by, PackRevision revision, CancellationToken cancellationToken) =>
        await SendAsync(NewSignal(), Office, by, new SignalBody.PublishPack(revision), [], cancellationToken);

    public async Task<Answer> UsePackAsync(Actor by, string pack, bool inUse, CancellationToken cancellationToken) =>
        await SendAsync(NewSignal(), Office, by, new SignalBody.UsePack(pack, inUse), [], cancellationToken);

    /// <summary>The record that an address is found by.</summary>
    public static string AddressKey(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Trim().ToLowerInvariant())));

    private async Task KnowAddressAsync(string address, PersonId person, CancellationToken cancellationToken)
    {
        for (; ;)
        {
            var was = await store.RecordAsync(RecordKinds.Address, AddressKey(address), cancellationToken);
            var people = was is null ? [] : JsonSerializer.Deserialize(was.Json, CaseJson.Stored.ImmutableArrayString);
            var now = new KeyedRecord(
                RecordKinds.Address, AddressKey(address),
                JsonSerializer.Serialize(people.Remove(person.Value).Add(person.Value), CaseJson.Stored.ImmutableArrayString), null);
            if (was is null ? await store.InsertRecordAsync(now, cancellationToken) : await store.ReplaceRecordAsync(was, now, cancellationToken))
            {
                return;
            }
        }
    }

    private Task<Answer> SendAsync(
        SignalId signal, CaseId id, Actor by, SignalBody body, IReadOnlyList<ConfidedText> confided, CancellationToken cancellationToken) =>
        cases.SendAsync(new SignalRequest(signal, id, time.GetUtcNow(), by, body, [.. confided]), cancellationToken);
}
