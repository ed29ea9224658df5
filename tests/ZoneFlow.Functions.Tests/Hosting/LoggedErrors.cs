using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ZoneFlow.Functions.Tests.Hosting;

/// <summary>What a head logs as an error, so that a test that meets a failed page can say why.</summary>
[ProviderAlias("Errors")]
internal sealed class LoggedErrors : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> All { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        All.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
