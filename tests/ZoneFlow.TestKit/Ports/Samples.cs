using System.Security.Cryptography;
using System.Text;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.TestKit.Ports;

/// <summary>Commits for a store's tests: the bytes mean nothing, but their chain is whole.</summary>
public static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    private static readonly byte[] Genesis = new byte[32];

    public static CaseId NewCase() => new(Guid.CreateVersion7().ToString());

    public static SignalId NewSignal() => new(Guid.CreateVersion7().ToString());

    /// <summary>The first commit of a case, with one entry.</summary>
    public static Commit Open(CaseId id, int stateBytes = 100) => Next(id, 0, Genesis, stateBytes);

    /// <summary>The commit that follows another, with one more entry.</summary>
    public static Commit After(Commit commit, int stateBytes = 100) => Next(commit.Case, commit.Version, commit.Head, stateBytes);

    public static Commit Next(CaseId id, long expected, ReadOnlyMemory<byte> head, int stateBytes = 100)
    {
        var entry = Entry(id, expected + 1, head);
        var answer = new SignalAnswer(NewSignal(), id, expected + 1, new string('a', 64));
        return new(
            id, "zone", expected, expected + 1, Bytes(stateBytes, (byte)expected), 1, entry.Hash, null, [entry], [], [], [], [], [], answer, []);
    }

    public static StoredEntry Entry(CaseId id, long sequence, ReadOnlyMemory<byte> previous)
    {
        var bytes = Encoding.UTF8.GetBytes($$"""{"case":"{{id}}","seq":{{sequence}},"changes":["受理"]}""");
        return new(sequence, bytes, previous, SHA256.HashData([.. previous.Span, .. bytes]));
    }

    public static OutboxEffect Effect(CaseId id, long order, string lane, DateTimeOffset? nextTry = null) =>
        new($"{id}/{order}", id, order, lane, "mail", "{}", nextTry ?? Noon, 0, null, false);

    public static IndexRow Row(string sort, CaseId id = default, string partition = "all") =>
        new(Indexes.Register, partition, sort, id == default ? new("case") : id, $$"""{"sort":"{{sort}}"}""");

    public static byte[] Bytes(int count, byte seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
