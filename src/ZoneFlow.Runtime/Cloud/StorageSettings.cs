namespace ZoneFlow.Runtime.Cloud;

/// <summary>Where tables and blobs are: two addresses, or one connection string for both.</summary>
public sealed record StorageSettings(StorageKind Kind, string Tables, string Blobs)
{
    public const string Table = "zoneflow";

    /// <summary>The container where everything arrives.</summary>
    public const string Uploads = "uploads";

    /// <summary>The container of what cases name.</summary>
    public const string Documents = "documents";
}
