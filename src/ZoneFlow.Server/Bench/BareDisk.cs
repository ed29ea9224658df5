using System.Diagnostics;

namespace ZoneFlow.Server.Bench;

/// <summary>The disk with nothing around it: a page at a file's end, and a sync.</summary>
internal sealed class BareDisk : IDisposable
{
    private readonly BenchFolder _folder = new();
    private readonly FileStream _file;
    private readonly byte[] _page = new byte[4096];

    public BareDisk() => _file = new FileStream(_folder.Store, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);

    public void Sync(Latencies latencies)
    {
        var from = Stopwatch.GetTimestamp();
        _file.Write(_page);
        _file.Flush(flushToDisk: true);
        latencies.Add(from);
    }

    public void Dispose()
    {
        _file.Dispose();
        _folder.Dispose();
    }
}
