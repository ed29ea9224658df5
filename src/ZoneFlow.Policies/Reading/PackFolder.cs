using System.Collections.Concurrent;
using System.Text;
using ZoneFlow.Policies.WorkedCases;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>Reads a pack: a folder of YAML files that say one policy between them.</summary>
public static class PackFolder
{
    // Far more than an office has in use.
    private const int MostKept = 64;

    private static readonly ConcurrentDictionary<string, PackReading> Sound = new(StringComparer.Ordinal);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads every <c>*.yaml</c> file under a folder; problems name files as they stand under it.</summary>
    public static PackReading Read(string path) =>
        Directory.Exists(path) ? ReadFiles(FilesOf(path)) : Failed(path, "There is no such folder.");

    /// <summary>Reads a pack from its files' bytes, by path with forward slashes. The same bytes are read once: a pack is its content.</summary>
    public static PackReading ReadFiles(IReadOnlyDictionary<string, byte[]> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.Count == 0)
        {
            return Failed("", "A pack needs at least one .yaml file.");
        }

        var hash = PackBytes.Hash(files);
        if (Sound.TryGetValue(hash, out var known))
        {
            return known;
        }

        var reading = Parsed(files, hash);
        if (reading.Pack is not null)
        {
            if (Sound.Count >= MostKept)
            {
                Sound.Clear();
            }

            Sound[hash] = reading;
        }

        return reading;
    }

    private static PackReading Parsed(IReadOnlyDictionary<string, byte[]> files, string hash)
    {
        var problems = new ProblemList();
        var roots = new List<YamlNode>();
        foreach (var (file, bytes) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (TextOf(bytes, file, problems) is { } text && YamlDocumentReader.Read(text, file, problems) is { } root && root.MustBeMap())
            {
                roots.Add(root);
            }
        }
        var positions = new PackPositions();
        positions.TryAdd("", new Place(files.Keys.Order(StringComparer.Ordinal).First(), 0));
        var context = new PackContext(problems, positions);
        var pack = PackReader.Read(roots, hash, context);
        if (roots.Count == files.Count)
        {
            // A file that could not be read may hold the names that seem to be missing.
            context.Names.Check();
        }
        return problems.Count == 0
            ? new PackReading(pack, [], positions) { Citations = [.. roots.SelectMany(Citation.In)] }
            : new PackReading(null, [.. problems.Items], positions);
    }

    /// <summary>A folder's files as <see cref="ReadFiles"/> and <see cref="PackBytes"/> take them: worked cases (<c>*.cases.yaml</c>) are no part of a pack.</summary>
    public static IReadOnlyDictionary<string, byte[]> FilesOf(string path) =>
        Directory.EnumerateFiles(path, "*.yaml", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(CaseFolder.Suffix, StringComparison.Ordinal))
            .ToDictionary(f => Path.GetRelativePath(path, f).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);

    private static PackReading Failed(string file, string message) => new(null, [new Problem(file, 0, message)], new PackPositions());

    private static string? TextOf(byte[] bytes, string file, ProblemList problems)
    {
        try
        {
            return Utf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            problems.Add(file, 0, "The file is not UTF-8.");
            return null;
        }
    }
}
