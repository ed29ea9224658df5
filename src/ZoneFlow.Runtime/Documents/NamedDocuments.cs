using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Documents;

/// <summary>Which documents are named: by an entry of a journal, or by a record of a kind that names some.</summary>
public static class NamedDocuments
{
    private const int AtOnce = 8;

    /// <summary>The kinds of record that name a document of no case: a dossier from elsewhere its archive, a daily root its list.</summary>
    public static ImmutableArray<string> Kinds { get; } = [RecordKinds.Dossier, RecordKinds.Root];

    /// <summary>Those of an entry or a record, whatever change they stand in: a document is the one thing written as "content", and its value a content hash.</summary>
    public static void Collect(ReadOnlySpan<byte> json, ISet<ContentHash> named)
    {
        ArgumentNullException.ThrowIfNull(named);
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("content"u8) && reader.Read()
                && reader.TokenType == JsonTokenType.String && ContentHash.TryParse(reader.GetString()!, out var hash))
            {
                named.Add(hash);
            }
        }
    }

    /// <summary>Those of a whole installation, without what its cases give out no more: every journal is read, some at once.</summary>
    public static async Task<IReadOnlySet<ContentHash>> OfAsync(ICaseStore store, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var named = new HashSet<ContentHash>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(AllCases.AndPartiesAsync(store, cancellationToken), options, async (id, token) =>
        {
            var journal = await store.JournalAsync(id, 0, int.MaxValue, token);
            var ofCase = await DeletedDocuments.StillNamedAsync(store, id, journal, token);
            lock (named)
            {
                named.UnionWith(ofCase);
            }
        });
        foreach (var kind in Kinds)
        {
            foreach (var record in await store.RecordsAsync(kind, "", int.MaxValue, cancellationToken))
            {
                Collect(Encoding.UTF8.GetBytes(record.Json), named);
            }
        }

        return named;
    }
}
