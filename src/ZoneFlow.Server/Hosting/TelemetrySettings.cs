namespace ZoneFlow.Server.Hosting;

/// <summary>Where traces and metrics go. Nothing leaves the machine unless an endpoint is set.</summary>
public sealed class TelemetrySettings
{
    /// <summary>The address of an OpenTelemetry collector that takes OTLP over HTTP, such as http://127.0.0.1:4318; null sends nothing.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>How often metrics are sent.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(1);
}
