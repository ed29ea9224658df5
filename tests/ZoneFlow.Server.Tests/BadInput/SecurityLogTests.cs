using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.BadInput;

/// <summary>Who signed in and who was turned away is on the log, and nobody's name, address or token is.</summary>
public sealed class SecurityLogTests : IAsyncLifetime
{
    private readonly Kept _kept = new();
    private readonly DemoServer _server;

    public SecurityLogTests() => _server = new DemoServer
    {
        Also = s => s.AddLogging(l => l.AddProvider(_kept).AddFilter<Kept>(typeof(SecurityLog).FullName, LogLevel.Information)),
    };

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task SigningInAndBeingTurnedAway_AreWrittenDown()
    {
        var person = await _server.SignInAsync("city-shenyang");
        Assert.Contains("person-city-shenyang of party-city-shenyang signed in.", _kept.Lines);

        var reader = await Browser.OfAsync(_server, "city-shenyang");
        Assert.Equal(403, (await reader.GetAsync("/operator/parties")).Status);
        Assert.Contains("person-city-shenyang of party-city-shenyang may not GET /operator/parties.", _kept.Lines);

        var codes = _server.Services.GetRequiredService<Codes>();
        Assert.NotEqual(CodeVerdict.Right, await codes.UseAsync(new PersonId("person-city-shenyang"), "000000", null, default));
        Assert.Contains(_kept.Lines, l => l.StartsWith("A code of person-city-shenyang was refused: ", StringComparison.Ordinal));

        using var client = _server.Client();
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([new("email", person.Sample.Email)]), Headers = { { "Origin", "https://elsewhere.example" } } };
        Assert.Equal(403, (int)(await client.SendAsync(foreign)).StatusCode);
        Assert.Contains("A form that another site sent was refused.", _kept.Lines);

        await client.PostAsync($"/api/sign-in/{new string('A', 43)}", null);
        Assert.Contains("A sign-in link was refused: not known, used or expired.", _kept.Lines);
        for (var n = 0; n < 7; n++)
        {
            await client.PostAsync("/sign-in", new FormUrlEncodedContent([new("email", "nobody@nowhere.example")]));
        }

        Assert.Contains("Too many tries of sign-in.", _kept.Lines);
        Assert.DoesNotContain(_kept.Lines, l => l.Contains('@', StringComparison.Ordinal) || l.Contains(person.Sample.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Link_UsedByManyAtOnce_BeginsOneSession()
    {
        var signIns = _server.Services.GetRequiredService<SignIns>();
        var ticket = await signIns.TicketAsync(new PersonId("person-province"), new PartyId("party-province"), null, default);

        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => signIns.ConfirmAsync(ticket, null, default))));

        Assert.Single(taken, t => t is not null);
        Assert.Null(await signIns.FindTicketAsync(ticket, default));
    }

    private sealed class Kept : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => categoryName == typeof(SecurityLog).FullName ? this : NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
