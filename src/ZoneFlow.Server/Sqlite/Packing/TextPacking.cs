using System.Collections.Concurrent;
using System.Text;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Server.Sqlite.Packing;

/// <summary>
/// Packs what a store is given and unpacks what it holds. Entries and rows say much the same again and again: what they
/// have in common is taken from a sample of them once there are some hundred, and again whenever there are four times as
/// many. Until then they are kept as they are.
/// </summary>
internal sealed class TextPacking
{
    private const int Samples = 384;
    private const int FirstAfter = 256;
    private const int AgainAfterTimes = 4;

    private const string Known = "SELECT id, entries, bytes FROM dictionaries ORDER BY id";
    private const string One = "SELECT id, bytes FROM dictionaries WHERE id = ?";

    private readonly ConcurrentDictionary<long, PackDictionary> _dictionaries = new();
    private readonly Lock _lock = new();
    private readonly byte[][] _samples = new byte[Samples][];
    private readonly Random _random = new(1);
    private volatile PackDictionary? _newest;
    private int _offered;
    private long _entries;
    private long _trainAt = FirstAfter;

    public TextPacking(Database database)
    {
        foreach (var (dictionary, entries) in database.Use(Known).All(row => (new PackDictionary(row.Long(0), row.Blob(2)), row.Long(1))))
        {
            _dictionaries[dictionary.Id] = _newest = dictionary;
            _trainAt = entries * AgainAfterTimes;
        }

        _entries = database.Use("SELECT coalesce(max(row), 0) FROM journal").First(row => row.Long(0));
    }

    /// <summary>The entries and rows of a commit as they are written. Those that do not get shorter stay as they are.</summary>
    public PackedCommit Pack(Commit commit)
    {
        var (entries, rows) = (new KeptText[commit.Entries.Length], new KeptText[commit.Rows.Length]);
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = Pack(commit.Entries[i].Bytes, commit.Entries[i].Bytes.Span);
        }

        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = Pack(commit.Rows[i].Json);
        }

        return new PackedCommit(entries, rows, Standing.Of(commit));
    }

    public KeptText Pack(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        return Pack(bytes, bytes);
    }

    private KeptText Pack(ReadOnlyMemory<byte> bytes, ReadOnlySpan<byte> text) =>
        _newest is { } dictionary && PackedText.Pack(dictionary, text) is { } packed ? new KeptText(packed, true) : new KeptText(bytes, false);

    /// <summary>What a packed text says.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or its dictionary is gone.</exception>
    public byte[] Unpack(Database database, ReadOnlySpan<byte> packed)
    {
        var id = PackedText.DictionaryOf(packed);
        if (!_dictionaries.TryGetValue(id, out var dictionary))
        {
            dictionary = database.Use(One).Bind(id).First(row => new PackDictionary(row.Long(0), row.Blob(1)))
                ?? throw new InvalidDataException($"The dictionary {id} of a packed text is not in the store.");
            _dictionaries[id] = dictionary;
        }

        return PackedText.Unpack(dictionary, packed);
    }

    /// <summary>Notes what was committed; answers the dictionary that it is time to make, or null.</summary>
    public NewDictionary? Note(Commit commit)
    {
        lock (_lock)
        {
            _entries += commit.Entries.Length;
            foreach (var entry in commit.Entries)
            {
                if (Place() is { } place)
                {
                    _samples[place] = entry.Bytes.ToArray();
                }
            }

            foreach (var row in commit.Rows)
            {
                if (Place() is { } place)
                {
                    _samples[place] = Encoding.UTF8.GetBytes(row.Json);
                }
            }

            if (_entries < _trainAt || _offered < Math.Min(FirstAfter, Samples))
            {
                return null;
            }

            var samples = _samples[..Math.Min(_offered, Samples)];
            (_trainAt, _offered) = (_entries * AgainAfterTimes, 0);
            return new NewDictionary((_newest?.Id ?? 0) + 1, _entries, samples);
        }
    }

    // Every text since the last dictionary is as likely to be among the samples as any other.
    private int? Place()
    {
        var place = _offered < Samples ? _offered : _random.Next(_offered + 1);
        _offered++;
        return place < Samples ? place : null;
    }

    /// <summary>From now on texts are packed with it. It is in the store.</summary>
    public void Adopt(PackDictionary dictionary) => _dictionaries[dictionary.Id] = _newest = dictionary;
}
