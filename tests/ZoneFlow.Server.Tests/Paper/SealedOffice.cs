using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Server.Tests.Http;

namespace ZoneFlow.Server.Tests.Paper;

/// <summary>A demonstration with a seal service that answers as a test says.</summary>
public sealed class SealedOffice : IAsyncLifetime
{
    public SealedOffice() => Server = new DemoServer { Also = services => services.AddSingleton(new SealService((request, _) => Answers(request))) };

    public DemoServer Server { get; }

    internal Func<SealRequest, Task<SealedDocument>> Answers { get; set; } = _ => throw new InvalidOperationException("No test has said what the service answers.");

    public Task InitializeAsync() => Server.InitializeAsync();

    public Task DisposeAsync() => Server.DisposeAsync();
}
