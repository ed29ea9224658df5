using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using ZoneFlow.Runtime.Watching;

namespace ZoneFlow.Server.Hosting;

/// <summary>
/// Sends what the shell tells, and the counts of ASP.NET Core and of the runtime, to a collector over OTLP. Requests are counted by
/// their route; their addresses, which may be links for one person, go nowhere.
/// </summary>
internal sealed class Telemetry(Health health, TelemetrySettings settings) : IHostedService, IDisposable
{
    private TracerProvider? _traces;
    private MeterProvider? _metrics;
    private IDisposable? _checks;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Endpoint is not { } collector)
        {
            return Task.CompletedTask;
        }

        var resource = ResourceBuilder.CreateEmpty().AddService("zoneflow");
        _checks = ShellTelemetry.Watch(() => health.LookAsync(CancellationToken.None).GetAwaiter().GetResult());
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource).AddSource(ShellTelemetry.Name)
            .AddOtlpExporter(o => To(o, collector, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(ShellTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddOtlpExporter((o, reader) =>
            {
                To(o, collector, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)settings.Every.TotalMilliseconds;
            })
            .Build();
        return Task.CompletedTask;
    }

    /// <summary>What was told last is sent before the server ends, unless the collector does not answer in time.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces?.ForceFlush(2_000);
        _metrics?.ForceFlush(2_000);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
        _checks?.Dispose();
    }

    private static void To(OtlpExporterOptions options, Uri collector, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + path);
        options.TimeoutMilliseconds = 5_000;
    }
}
