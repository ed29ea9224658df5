using ZoneFlow.Runtime.Evidence;

namespace ZoneFlow.Server.Hosting;

/// <summary>The signing key as this server keeps it: from the environment, or a file of its own.</summary>
internal static class RootKeyFile
{
    public static string PathOf(DataFolder folder, EvidenceSettings settings) => settings.KeyFile is { Length: > 0 } path ? path : Path.Combine(folder.Path, "root-key.pem");

    /// <summary>The key in use; one is made where there is none.</summary>
    /// <exception cref="DataFolderException">It cannot be read, or others can read it too.</exception>
    public static EvidenceKey Open(DataFolder folder, EvidenceSettings settings)
    {
        var path = PathOf(folder, settings);
        try
        {
            if (settings.Key is { Length: > 0 } pem)
            {
                return new EvidenceKey(SigningKey.OfPem(pem));
            }

            SecretFile.Check(path);
            if (File.Exists(path))
            {
                return new EvidenceKey(SigningKey.OfPem(File.ReadAllText(path)));
            }

            var key = SigningKey.New();
            SecretFile.Write(path, key.ToPem());
            return new EvidenceKey(key);
        }
        catch (ArgumentException unreadable)
        {
            throw new DataFolderException($"存证密钥无法读取（{(settings.Key is null ? path : "ZoneFlow__Evidence__Key")}）。 The key that signs roots cannot be read: {unreadable.Message}");
        }
    }
}
