namespace ZoneFlow.Server.Sqlite;

/// <summary>
/// The lock of a data folder: an open file that nobody else can open. The file stays behind when it is released,
/// since deleting it would race with the next who opens it; only the open handle counts.
/// </summary>
internal sealed class DataLock : IDisposable
{
    public const string FileName = "zoneflow.lock";

    // What a lock held elsewhere reads as: EAGAIN on Linux, EWOULDBLOCK on macOS, a sharing violation on Windows.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream file;

    private DataLock(FileStream file) => this.file = file;

    /// <exception cref="StoreInUseException">Somebody else holds it.</exception>
    public static DataLock Take(string folder)
    {
        try
        {
            return new(new(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException problem) when (Held.Contains(problem.HResult))
        {
            throw new StoreInUseException(folder, problem);
        }
    }

    public void Dispose() => file.Dispose();
}
