using ZoneFlow.Runtime.Documents;

namespace ZoneFlow.Server.Hosting;

/// <summary>
/// The section ZoneFlow of the configuration: environment variables such as <c>ZoneFlow__BaseAddress</c>, or
/// zoneflow.json in the data folder.
/// </summary>
public sealed class ServerSettings
{
    /// <summary>Where the pages are reached from outside; the address listened on where it is left out.</summary>
    public string? BaseAddress { get; set; }

    /// <summary>The deciding office's name; that of the first policy's issuer where it is left out.</summary>
    public string? Office { get; set; }

    /// <summary>When the office opens: reminders go out and public periods close then.</summary>
    public TimeOnly Opening { get; set; } = new(9, 0);

    /// <summary>Addresses of proxies before this server, such as 127.0.0.1: only from them is X-Forwarded-For believed, for rate limits.</summary>
    public string[] Proxies { get; set; } = [];

    public MailSettings Mail { get; set; } = new();

    public SealSettings Seal { get; set; } = new();

    public TelemetrySettings Telemetry { get; set; } = new();

    /// <summary>How large uploads may be, and how much of them anybody may bring in a day.</summary>
    public UploadLimits Uploads { get; set; } = new();

    public EvidenceSettings Evidence { get; set; } = new();

    public ScannerSettings Scanner { get; set; } = new();
}
