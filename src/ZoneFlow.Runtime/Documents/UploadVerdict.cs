namespace ZoneFlow.Runtime.Documents;

/// <summary>Whether an upload is a document of a kind that the office takes.</summary>
public abstract record UploadVerdict
{
    private UploadVerdict()
    {
    }

    /// <param name="MediaType">What it is by its content, for the Content-Type it is served with.</param>
    /// <param name="CleanName">Its file name, fit to be shown and stored.</param>
    public sealed record Accepted(string MediaType, string CleanName) : UploadVerdict;

    /// <param name="Code">The rule's name, stable, for programs and tests.</param>
    /// <param name="Zh">The rule in Chinese, for the person who uploaded.</param>
    /// <param name="En">The same in English.</param>
    public sealed record Refused(string Code, string Zh, string En) : UploadVerdict;
}
