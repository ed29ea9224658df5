namespace ZoneFlow.Server.Hosting;

/// <summary>The section ZoneFlow:Evidence: the key that signs daily roots. Where both are left out one is made in the data folder.</summary>
public sealed class EvidenceSettings
{
    /// <summary>The private key itself, in PEM; from the environment.</summary>
    public string? Key { get; set; }

    /// <summary>A file that holds it and that only the service reads; root-key.pem in the data folder where it is left out.</summary>
    public string? KeyFile { get; set; }
}
