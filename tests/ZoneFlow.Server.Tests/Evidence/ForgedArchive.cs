using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Web.Archiving;

namespace ZoneFlow.Server.Tests.Evidence;

/// <summary>An archive taken apart by somebody who knows its format, changed, and put together so that what can be made to fit fits.</summary>
internal sealed class ForgedArchive
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private DossierManifest _manifest;

    public ForgedArchive(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(bytes);
            _files[entry.FullName] = bytes.ToArray();
        }

        _manifest = JsonSerializer.Deserialize(_files[DossierManifest.FileName], DossierJson.Readable.DossierManifest)!;
    }

    public long Entries => _manifest.Entries;

    public InclusionProof Proof
    {
        get => JsonSerializer.Deserialize(_files[DossierManifest.Root], EvidenceJson.Default.InclusionProof)!;
        set => _files[DossierManifest.Root] = JsonSerializer.SerializeToUtf8Bytes(value, EvidenceJson.Default.InclusionProof);
    }

    public void Drop(string file) => _files.Remove(file);

    public void Change(long sequence)
    {
        var text = Encoding.UTF8.GetString(_files[DossierManifest.Entry(sequence)]);
        _files[DossierManifest.Entry(sequence)] = Encoding.UTF8.GetBytes(text.Replace("\"cause\":\"", "\"cause\":\"forged-", StringComparison.Ordinal));
    }

    public void Swap(long one, long other) =>
        (_files[DossierManifest.Entry(one)], _files[DossierManifest.Entry(other)]) = (_files[DossierManifest.Entry(other)], _files[DossierManifest.Entry(one)]);

    public void Truncate(long to)
    {
        for (var sequence = to + 1; sequence <= _manifest.Entries; sequence++)
        {
            _files.Remove(DossierManifest.Entry(sequence));
        }

        _manifest = _manifest with { Entries = to };
    }

    /// <summary>Reckons the whole chain anew over the entries as they are now.</summary>
    public void Chain()
    {
        var (previous, chain) = (Runtime.Journal.Chain.Start.ToArray(), new List<ChainLine>());
        for (var sequence = 1L; sequence <= _manifest.Entries; sequence++)
        {
            var hash = Runtime.Journal.Chain.Hash(new CaseId(_manifest.Case), sequence, previous, _files[DossierManifest.Entry(sequence)]);
            chain.Add(new ChainLine(sequence, Convert.ToHexStringLower(previous), Convert.ToHexStringLower(hash)));
            previous = hash;
        }

        _files[DossierManifest.Chain] = JsonSerializer.SerializeToUtf8Bytes<IReadOnlyList<ChainLine>>(chain, DossierJson.Readable.IReadOnlyListChainLine);
        _manifest = _manifest with { Head = Convert.ToHexStringLower(previous) };
    }

    /// <summary>A root of the forger's own, over this journal alone, signed by a key of the forger's own.</summary>
    public void Sign(SigningKey key)
    {
        var leaf = Proof.Leaf with { Number = _manifest.Entries, Hash = _manifest.Head };
        var root = Proof.Root with { Leaves = 1, Tree = Convert.ToHexStringLower(MerkleTree.Root([leaf.Hashed()])), Key = key.Id };
        root = root with { Signature = key.Sign(root.Statement()) };
        // It claims to follow the office's key, whose signature it cannot make.
        var claimed = new RootKey(key.Id, key.Public, root.Day, Proof.Root.Key, Proof.Root.Signature);
        Proof = Proof with { Leaf = leaf, Index = 0, Path = [], Root = root, Keys = [.. Proof.Keys, claimed] };
    }

    /// <summary>The archive with a manifest that fits whatever is in it now.</summary>
    public byte[] Close()
    {
        _files.Remove(DossierManifest.FileName);
        var files = new SortedDictionary<string, string>(_files.ToDictionary(f => f.Key, f => Convert.ToHexStringLower(SHA256.HashData(f.Value))), StringComparer.Ordinal);
        _files[DossierManifest.FileName] = JsonSerializer.SerializeToUtf8Bytes(_manifest with { Files = files }, DossierJson.Readable.DossierManifest);
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _files)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
