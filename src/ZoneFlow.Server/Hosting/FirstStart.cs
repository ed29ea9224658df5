using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Server.Hosting;

/// <summary>Makes an empty folder an office: its own case, the packs that ship, and a first operator.</summary>
internal sealed class FirstStart(ICaseStore store, Cases cases, Registrar registrar, SignIns signIns, ShellOptions options, TimeProvider time)
{
    public const string OperatorParty = "party-operator";
    private const string FirstPerson = "person-first-operator";

    // What ships is of several offices, so none of them can lend its name; zoneflow.json says whose installation it is.
    private const string NamelessOffice = "知识产权主管部门";

    /// <summary>Publishes what ships and opens the office; harmless on every start. Answers whether the office was opened by it.</summary>
    /// <param name="firstOperator">Whether to register an operator; a demonstration brings its own.</param>
    /// <param name="use">The packs to put in use where the office is opened; null puts in use whatever ships.</param>
    public async Task<bool> RunAsync(string? officeName, bool firstOperator, IReadOnlyList<string>? use, CancellationToken cancellationToken)
    {
        // A pack that is published already is not read again: parsing is most of a start.
        var before = await cases.FindAsync(Registrar.Office, cancellationToken);
        var published = before?.State.Office?.Packs.Values.Select(p => p.Hash).ToHashSet(StringComparer.Ordinal) ?? [];
        var packs = new List<Pack>();
        foreach (var name in ShippedPacks.Names)
        {
            var files = PackFolder.FilesOf(Path.Combine(ShippedPacks.Folder, name));
            if (!published.Contains(PackBytes.Hash(files)))
            {
                packs.Add(await PublishAsync(store, files, cancellationToken));
            }
        }

        var isNew = before is null;
        if (isNew)
        {
            // The office's own case comes last: a start that is cut short before it is made again from the beginning.
            if (firstOperator)
            {
                await RegisterOperatorAsync(cancellationToken);
            }

            await registrar.OpenOfficeAsync(officeName ?? NamelessOffice, cancellationToken);
        }

        // What the office has published of its own stays in use when a release brings another revision of that pack.
        var office = (await cases.FindAsync(Registrar.Office, cancellationToken))!.Value.State.Office!;
        foreach (var pack in packs.Where(p => !office.Settings.ContainsKey(PackShelf.OwnSetting(p.Id))))
        {
            await registrar.PublishPackAsync(Actor.System, pack.Revision, cancellationToken);

            // Where the office has chosen its packs, one that a later release brings waits to be chosen.
            if (!office.Packs.ContainsKey(pack.Id) && (use is not null ? !use.Contains(pack.Id) : !office.OutOfUse.IsEmpty))
            {
                await registrar.UsePackAsync(Actor.System, pack.Id, false, cancellationToken);
            }
        }

        return isNew;
    }

    /// <summary>A one-time link for the first operator.</summary>
    public async Task<string> OperatorLinkAsync(CancellationToken cancellationToken)
    {
        var token = await signIns.TicketAsync(new PersonId(FirstPerson), new PartyId(OperatorParty), null, cancellationToken);
        return $"{options.BaseAddress}/sign-in/{token.Value}";
    }

    /// <summary>Stores a pack's bytes under its hash.</summary>
    /// <exception cref="InvalidDataException">The pack does not read.</exception>
    public static async Task<Pack> PublishAsync(ICaseStore store, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancellationToken)
    {
        var reading = PackFolder.ReadFiles(files);
        var pack = reading.Pack ?? throw new InvalidDataException(string.Join(Environment.NewLine, reading.Problems));
        await store.PutRecordAsync(
            new KeyedRecord(RecordKinds.Pack, pack.Revision.Hash, Convert.ToBase64String(PackBytes.Of(files)), null), cancellationToken);
        return pack;
    }

    /// <summary>Reads a pack back from the bytes stored under its hash.</summary>
    public static PackReader Reader(ICaseStore store) => async (revision, cancellationToken) =>
        await store.RecordAsync(RecordKinds.Pack, revision.Hash, cancellationToken) is { } record
            ? PackFolder.ReadFiles(PackBytes.Open(Convert.FromBase64String(record.Json))).Pack
            : null;

    private async Task RegisterOperatorAsync(CancellationToken cancellationToken)
    {
        var party = new PartyId(OperatorParty);
        var today = CivilDate.Of(time.GetUtcNow());
        await registrar.RegisterPartyAsync(new SignalId($"{OperatorParty}/registered"), Actor.System, party.Value, "系统管理", null, cancellationToken);
        await registrar.GrantAsync(
            new SignalId($"{OperatorParty}/granted"), Actor.System, party, new DatedRole(Actor.OperatorRole, null, today, null), cancellationToken);
        await registrar.AddPersonAsync(
            new SignalId($"{OperatorParty}/person"), Actor.System, party, new PersonId(FirstPerson), "首任管理员", "operator@localhost.localdomain", cancellationToken);
    }
}
