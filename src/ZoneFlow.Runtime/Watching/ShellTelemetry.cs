using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ZoneFlow.Runtime.Watching;

/// <summary>
/// What the shell tells whoever listens: a trace and a count of each signal, effect and run of the clock. Names and tags are
/// kinds of things, never people, texts or links.
/// </summary>
public static class ShellTelemetry
{
    /// <summary>The name under which traces and metrics are listened to.</summary>
    public const string Name = "ZoneFlow";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Signals = Meter.CreateHistogram<double>("zoneflow.signal.duration", "s", "Signals, from arrival to answer.");
    private static readonly Histogram<double> Effects = Meter.CreateHistogram<double>("zoneflow.effect.duration", "s", "Effects run from the outbox.");

    public static Told Signal(string kind) => Begun("signal", kind, Signals);

    public static Told Effect(string kind) => Begun("effect", kind, Effects);

    /// <summary>Has the checks read whenever metrics are collected, until the result is disposed.</summary>
    public static IDisposable Watch(Func<IReadOnlyList<HealthCheck>> look)
    {
        var meter = new Meter(Name);
        meter.CreateObservableGauge(
            "zoneflow.check.count", () => look().Select(c => new Measurement<long>(c.Count, new KeyValuePair<string, object?>("check", c.Key))), null,
            "What each check counts: parked cases and effects, late effects, seconds behind, days of calendar left.");
        meter.CreateObservableGauge(
            "zoneflow.check.state", () => look().Select(c => new Measurement<long>((long)c.State, new KeyValuePair<string, object?>("check", c.Key))), null,
            "0 good, 1 to watch, 2 bad.");
        return meter;
    }

    // Nobody listens on most machines: then nothing is made.
    private static Told Begun(string what, string kind, Histogram<double> durations) =>
        Source.HasListeners() || durations.Enabled ? new Told(Source.StartActivity($"{what} {kind}"), durations, kind) : Told.ToNobody;

    /// <summary>One thing under way; what came of it is said before it is disposed.</summary>
    public sealed class Told : IDisposable
    {
        private readonly Activity? _activity;
        private readonly Histogram<double>? _durations;
        private readonly string _kind;
        private readonly long _began = Stopwatch.GetTimestamp();
        private string _outcome = "failed";

        internal Told(Activity? activity, Histogram<double>? durations, string kind) => (_activity, _durations, _kind) = (activity, durations, kind);

        internal static Told ToNobody { get; } = new(null, null, "");

        public void Came(string outcome) => _outcome = outcome;

        public void Dispose()
        {
            _activity?.SetTag("outcome", _outcome);
            _activity?.SetStatus(_outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
            _activity?.Dispose();
            _durations?.Record(
                Stopwatch.GetElapsedTime(_began).TotalSeconds, new KeyValuePair<string, object?>("kind", _kind), new KeyValuePair<string, object?>("outcome", _outcome));
        }
    }
}
