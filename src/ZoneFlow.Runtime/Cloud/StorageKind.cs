namespace ZoneFlow.Runtime.Cloud;

public enum StorageKind
{
    /// <summary>The head's managed identity and the services' addresses.</summary>
    Identity,

    /// <summary>A connection string: on a developer's machine.</summary>
    ConnectionString,
}
