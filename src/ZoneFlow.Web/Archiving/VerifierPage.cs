namespace ZoneFlow.Web.Archiving;

/// <summary>The verifier page of an exported dossier. It is opened from a folder, never served: the only page with a script.</summary>
internal static class VerifierPage
{
    public static byte[] Bytes { get; } = Read();

    private static byte[] Read()
    {
        using var stream = typeof(VerifierPage).Assembly.GetManifestResourceStream("verify.html")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
