namespace ZoneFlow.Server.Hosting;

/// <summary>The data folder is not one that this server opens.</summary>
public sealed class DataFolderException(string message) : Exception(message);
