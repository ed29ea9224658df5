using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Sqlite;
using ZoneFlow.Server.Sqlite.Packing;

namespace ZoneFlow.Server.Backups;

/// <summary>What a store's file holds, read beside any server.</summary>
internal static class StoreContents
{
    /// <summary>The number of cases, and one hash over all their heads.</summary>
    public static (IReadOnlyList<CaseId> Cases, string Heads) Heads(string store)
    {
        using var database = Database.ForReading(store);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var cases = database.Use("SELECT id, version, head FROM cases ORDER BY id").All(row =>
        {
            Span<byte> number = stackalloc byte[sizeof(long)];
            var id = Encoding.UTF8.GetBytes(row.Text(0));
            BinaryPrimitives.WriteInt64BigEndian(number, id.Length);
            hash.AppendData(number);
            hash.AppendData(id);
            BinaryPrimitives.WriteInt64BigEndian(number, row.Long(1));
            hash.AppendData(number);
            hash.AppendData(row.Blob(2));
            return new CaseId(row.Text(0));
        });
        return (cases, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Every document that a journal or a record names, without what its case gives out no more.</summary>
    public static IReadOnlySet<ContentHash> Documents(string store)
    {
        var named = new HashSet<ContentHash>();
        using var database = Database.ForReading(store);
        var packing = new TextPacking(database);
        var written = database.Use("SELECT json FROM records WHERE kind = ?").Bind(RecordKinds.Deletion).All(row => DeletedDocuments.Read(row.Text(0))).ToLookup(d => d.Case);
        database.Use("SELECT bytes, packed, case_id, seq FROM journal").All(row =>
        {
            var bytes = row.IsNull(1) ? row.Bytes(0) : packing.Unpack(database, row.Bytes(0));
            if (written[new CaseId(row.Text(2))].ToList() is { Count: > 0 } deleted)
            {
                named.UnionWith(DeletedDocuments.StillNamed(deleted, [(row.Long(3), bytes.ToArray())]));
            }
            else
            {
                NamedDocuments.Collect(bytes, named);
            }

            return true;
        });
        foreach (var kind in NamedDocuments.Kinds)
        {
            database.Use("SELECT json FROM records WHERE kind = ?").Bind(kind).All(row =>
            {
                NamedDocuments.Collect(Encoding.UTF8.GetBytes(row.Text(0)), named);
                return true;
            });
        }

        return named;
    }

    /// <summary>What SQLite itself says of the file: "ok" where it is whole.</summary>
    public static string Integrity(string store)
    {
        using var database = Database.ForReading(store);
        return database.Use("PRAGMA integrity_check").First(row => row.Text(0)) ?? "";
    }
}
