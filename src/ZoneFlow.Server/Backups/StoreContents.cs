using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ZoneFlow.Core.Cases;
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

    /// <summary>Every document that a journal names, and every dossier kept from elsewhere.</summary>
    public static IReadOnlyCollection<ContentHash> Documents(string store)
    {
        var named = new HashSet<ContentHash>();
        using var database = Database.ForReading(store);
        var packing = new TextPacking(database);
        database.Use("SELECT bytes, packed FROM journal").All(row =>
        {
            Collect(row.IsNull(1) ? row.Bytes(0) : packing.Unpack(database, row.Bytes(0)), named);
            return true;
        });
        // A dossier from elsewhere and a root's list are of no case: they are named by their records.
        database.Use("SELECT json FROM records WHERE kind IN ('dossier', 'root')").All(row =>
        {
            Collect(System.Text.Encoding.UTF8.GetBytes(row.Text(0)), named);
            return true;
        });
        return named;
    }

    /// <summary>What SQLite itself says of the file: "ok" where it is whole.</summary>
    public static string Integrity(string store)
    {
        using var database = Database.ForReading(store);
        return database.Use("PRAGMA integrity_check").First(row => row.Text(0)) ?? "";
    }

    // Whatever change it stands in: a document is the one thing written as "content", and its value a content hash.
    private static void Collect(ReadOnlySpan<byte> entry, HashSet<ContentHash> named)
    {
        var reader = new Utf8JsonReader(entry);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("content"u8) && reader.Read()
                && reader.TokenType == JsonTokenType.String && ContentHash.TryParse(reader.GetString()!, out var hash))
            {
                named.Add(hash);
            }
        }
    }
}
