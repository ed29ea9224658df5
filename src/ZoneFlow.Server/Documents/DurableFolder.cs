using System.Runtime.InteropServices;

namespace ZoneFlow.Server.Documents;

/// <summary>
/// Makes a new name in a folder survive a power loss. On Linux and macOS a file's own flush does not cover the
/// folder's entry for it, and .NET opens no folders, so this asks the C library; on Windows NTFS journals its entries.
/// </summary>
internal static class DurableFolder
{
    private const int ReadOnly = 0;

    /// <summary>Creates the folder, and flushes the entry of every one that was not there.</summary>
    public static void Create(string path)
    {
        var missing = new Stack<string>();
        for (var at = Path.GetFullPath(path); !Directory.Exists(at); at = Path.GetDirectoryName(at)!)
        {
            missing.Push(at);
        }

        foreach (var folder in missing)
        {
            Directory.CreateDirectory(folder);
            Flush(Path.GetDirectoryName(folder)!);
        }
    }

    /// <summary>Moves a flushed file to its name, over whatever has it, in one step that a reader sees whole.</summary>
    public static void Place(string temporary, string path)
    {
        File.Move(temporary, path, overwrite: true);
        Flush(Path.GetDirectoryName(path)!);
    }

    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(path, ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"The folder {path} cannot be opened: error {Marshal.GetLastPInvokeError()}.");
        }

        try
        {
            if (Synchronise(descriptor) != 0)
            {
                throw new IOException($"The folder {path} cannot be flushed: error {Marshal.GetLastPInvokeError()}.");
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Synchronise(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int descriptor);
}
