namespace ZoneFlow.Server.Sqlite;

/// <summary>Another process, or another store of this one, has the data folder open.</summary>
public sealed class StoreInUseException(string folder, Exception inner)
    : IOException($"The data folder {folder} is in use by a running ZoneFlow. Stop it, or send the command through it.", inner)
{
    public string Folder => folder;
}
