namespace ZoneFlow.Runtime.Cloud;

/// <summary>Where tables and blobs are: two addresses, or one connection string for both.</summary>
public sealed record StorageSettings(StorageKind Kind, string Tables, string Blobs)
{
    /// <summary>The one table, and the one container of documents.</summary>
    public const string Table = "zoneflow";

    public const string Container = "documents";
}
