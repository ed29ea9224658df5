using ZoneFlow.Server.Sqlite;

namespace ZoneFlow.Server.Bench;

/// <summary>A folder of one measurement, gone with everything in it once it is over, unless it is to be kept for the next.</summary>
internal sealed class BenchFolder(string? kept = null) : IDisposable
{
    public string Path { get; } = kept is null ? Directory.CreateTempSubdirectory("zoneflow-bench-").FullName : Directory.CreateDirectory(kept).FullName;

    public string Store => System.IO.Path.Combine(Path, "zoneflow.db");

    /// <summary>The size of the store's file once its write-ahead log has been folded into it.</summary>
    public long Settled()
    {
        using var database = Database.ForWriting(Store);
        database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return new FileInfo(Store).Length;
    }

    public void Dispose()
    {
        if (kept is null)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
