using System.Text.Json.Serialization;

namespace ZoneFlow.Server.Backups;

/// <summary>What an archive holds, written last: an archive without it was cut short.</summary>
/// <param name="Format">1.</param>
/// <param name="Demonstration">Whether the folder was a demonstration's.</param>
/// <param name="Cases">How many cases the database has.</param>
/// <param name="Heads">SHA-256 over every case's id, version and last hash: two stores with the same heads hold the same journals.</param>
/// <param name="Files">Every other entry of the archive, by name, with the SHA-256 of its bytes.</param>
/// <param name="Missing">Documents that the database names and the folder did not have.</param>
internal sealed record BackupManifest(
    int Format, DateTimeOffset At, bool Demonstration, int Cases, string Heads, SortedDictionary<string, string> Files, IReadOnlyList<string> Missing)
{
    public const string FileName = "manifest.json";
    public const string Database = "zoneflow.db";
    public const string Documents = "documents/";
}

[JsonSourceGenerationOptions(WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
