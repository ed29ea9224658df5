namespace ZoneFlow.Server.Backups;

/// <summary>An archive is not whole, or is not ours: nothing has been replaced.</summary>
internal sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);
