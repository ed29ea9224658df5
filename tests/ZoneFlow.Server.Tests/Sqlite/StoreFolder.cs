using Microsoft.Data.Sqlite;
using ZoneFlow.Server.Sqlite;

namespace ZoneFlow.Server.Tests.Sqlite;

/// <summary>A data folder of one test.</summary>
public sealed class StoreFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("zoneflow-store-").FullName;

    public string File => Path.Combine(Root, "zoneflow.db");

    public SqliteStore Open(Action<string>? crashPoint = null) => new(File, crashPoint);

    /// <summary>Asks a file directly, beside any store.</summary>
    public static object? Ask(string file, string sql)
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public object? Ask(string sql) => Ask(File, sql);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
