using ZoneFlow.Server.Sqlite;

namespace ZoneFlow.Server.Bench;

/// <summary>A folder of one measurement, gone with everything in it once it is over.</summary>
internal sealed class BenchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("zoneflow-bench-").FullName;

    public string Store => System.IO.Path.Combine(Path, "zoneflow.db");

    /// <summary>The size of the store's file once its write-ahead log has been folded into it.</summary>
    public long Settled()
    {
        using var database = Database.ForWriting(Store);
        database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return new FileInfo(Store).Length;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
