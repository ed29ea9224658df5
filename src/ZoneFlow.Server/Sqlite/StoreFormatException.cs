namespace ZoneFlow.Server.Sqlite;

/// <summary>The file is not a store, or one that a newer release has written.</summary>
public sealed class StoreFormatException(string message, Exception? inner = null) : Exception(message, inner);
