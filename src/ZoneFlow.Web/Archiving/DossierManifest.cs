using System.Text.Json.Serialization;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Web.Archiving;

/// <summary>What an exported dossier holds, written last.</summary>
/// <param name="Format">1.</param>
/// <param name="Head">The hash of the journal's last entry: whoever knows it from elsewhere can tell that the whole is the one.</param>
/// <param name="Files">Every other file of the archive, by name, with the SHA-256 of its bytes.</param>
/// <param name="Missing">Documents that the journal names and the office did not have.</param>
public sealed record DossierManifest(
    int Format, string Case, string Kind, string Number, string Title, string Office, string Pack, string PackHash, long Entries, string Head, DateTimeOffset At,
    SortedDictionary<string, string> Files, IReadOnlyList<string> Missing)
{
    /// <summary>Documents that the journal names and that were deleted, on request or with the archived dossier; null where none was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DeletedFile>? Deleted { get; init; }

    public const string FileName = "manifest.json";
    public const string Index = "index.html";
    public const string Verifier = "verify.html";
    public const string Chain = "chain.json";
    public const string Texts = "texts.json";
    public const string Root = "root.json";
    public const string Timeline = "timeline.json";

    public static string Entry(long sequence) => $"journal/{sequence:D8}.json";
}

/// <summary>A document that was deleted: by hash, when and why.</summary>
public sealed record DeletedFile(string Hash, DateTimeOffset At, string Ground, bool Archived);

/// <summary>One line of the chain's proof.</summary>
public sealed record ChainLine(long Sequence, string Previous, string Hash);

/// <summary>One line of the timeline, in words.</summary>
public sealed record TimelineLine(long Sequence, DateTimeOffset At, string? By, IReadOnlyList<string> Said);

/// <summary>What the exported files are read and written with.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DictionaryKeyPolicy = JsonKnownNamingPolicy.Unspecified,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(DossierManifest))]
[JsonSerializable(typeof(IReadOnlyList<ChainLine>))]
[JsonSerializable(typeof(IReadOnlyList<TimelineLine>))]
[JsonSerializable(typeof(IReadOnlyList<ConfidedText>))]
[JsonSerializable(typeof(ImportedDossier))]
public sealed partial class DossierJson : JsonSerializerContext
{
    public static DossierJson Readable => field ??= new(new System.Text.Json.JsonSerializerOptions(Default.GeneratedSerializerOptions!)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
