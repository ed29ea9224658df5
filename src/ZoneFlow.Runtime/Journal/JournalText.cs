using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Journal;

/// <summary>Entries and states as bytes, and back.</summary>
public static class JournalText
{
    /// <summary>The shape of a stored state. Raised when <see cref="CaseState"/> changes: older ones are folded again.</summary>
    public const int StateSchema = 4;

    public static byte[] Write(Entry entry) => JsonSerializer.SerializeToUtf8Bytes(entry, CaseJson.Stored.Entry);

    /// <summary>Reads an entry of any release. Older shapes of a change are brought up to date in <see cref="Upcasts"/> and nowhere else.</summary>
    public static Entry Read(ReadOnlySpan<byte> bytes) =>
        Upcasts.Of(JsonSerializer.Deserialize(bytes, CaseJson.Stored.Entry) ?? throw new JsonException("An entry is not null."));

    public static byte[] Write(CaseState state) => JsonSerializer.SerializeToUtf8Bytes(StatePacking.Packed(state), CaseJson.Stored.CaseState);

    /// <summary>The state as it is stored, at its own version; null where it is of another shape.</summary>
    public static CaseState? ReadState(StoredCase stored) =>
        stored.Schema == StateSchema ? ReadState(stored.State.Span) : null;

    /// <summary>Reads a state of the present shape.</summary>
    public static CaseState ReadState(ReadOnlySpan<byte> state) =>
        StatePacking.Unpacked(JsonSerializer.Deserialize(state, CaseJson.Stored.CaseState) ?? throw new JsonException("A state is not null."));

    /// <summary>
    /// A case's state as it stood when it was loaded: what is stored, and the entries since; all entries where what is stored is of
    /// another shape. An entry that came after is left for the next reading: the state would not be that of the head beside it.
    /// </summary>
    public static async Task<CaseState> StateAsync(ICaseStore store, StoredCase stored, CancellationToken cancellationToken)
    {
        var state = ReadState(stored);
        var from = state is null ? 0 : stored.StateVersion;
        return state is not null && from == stored.Version
            ? state
            : Fold(stored.Id, await store.JournalAsync(stored.Id, from, (int)(stored.Version - from), cancellationToken), state);
    }

    /// <param name="state">The state that the first of the entries follows; null where it is the first of all.</param>
    public static CaseState Fold(CaseId id, IEnumerable<StoredEntry> journal, CaseState? state = null)
    {
        foreach (var stored in journal)
        {
            state = Lifecycle.Apply(id, state, Read(stored.Bytes.Span));
        }

        return state ?? throw new InvalidOperationException($"The journal of {id} is empty.");
    }
}
