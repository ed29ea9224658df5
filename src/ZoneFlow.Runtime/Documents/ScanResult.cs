namespace ZoneFlow.Runtime.Documents;

/// <summary>What a scanner found in an upload.</summary>
public abstract record ScanResult
{
    private ScanResult()
    {
    }

    /// <summary>The scanner of an office that has configured none.</summary>
    public static ContentScanner NoScanner { get; } =
        static (_, _) => Task.FromResult<ScanResult>(new NotConfigured());

    /// <summary>Nobody looked. It is not the same as clean, and is shown as what it is.</summary>
    public sealed record NotConfigured : ScanResult;

    public sealed record Clean : ScanResult;

    /// <param name="Finding">The scanner's name for what it found.</param>
    public sealed record Infected(string Finding) : ScanResult;
}
