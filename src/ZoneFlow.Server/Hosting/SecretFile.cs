namespace ZoneFlow.Server.Hosting;

/// <summary>Files that hold secrets: nobody but the service may read them.</summary>
internal static class SecretFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="DataFolderException">Others may read or write it.</exception>
    public static void Check(string path)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & ~(Owner | UnixFileMode.UserExecute)) != 0)
        {
            throw new DataFolderException(
                $"{path}含有密钥或口令，其他用户也能读写，请先执行 chmod 600。 It holds a secret and others may read or write it: chmod 600 it first.");
        }
    }

    /// <summary>Writes a new one; it is the owner's alone from its first byte.</summary>
    public static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        using var file = new FileStream(path, options);
        using (var writer = new StreamWriter(file, leaveOpen: true))
        {
            writer.Write(text);
        }

        file.Flush(flushToDisk: true);
    }
}
