using System.Net;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using ZoneFlow.Functions.Stores;
using ZoneFlow.Runtime.Tables;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Functions.Tests.Stores;

/// <summary>A service that is throttled, fails, or whose answers are lost on the way.</summary>
[Collection(SharedAzurite.Name)]
public sealed class ThrottledTests(Azurite azurite)
{
    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task ACommit_WhoseServiceRefusesForAWhile_IsMadeOnce(HttpStatusCode status)
    {
        using var trouble = new Trouble { Refuses = status };
        var store = await StoreAsync(trouble);
        var commit = Samples.Open(Samples.NewCase()) with { Effects = [] };
        trouble.Next = 2;

        Assert.Equal(Runtime.Ports.CommitOutcome.Committed, await store.CommitAsync(commit));

        Assert.Single(await store.JournalAsync(commit.Case, 0, 10, default));
        Assert.Equal(0, trouble.Next);
    }

    [Fact]
    public async Task ACommit_WhoseAnswerIsLost_IsThereOnceAndSaysThatItIsARepeat()
    {
        using var trouble = new Trouble();
        var store = await StoreAsync(trouble);
        var first = Samples.Open(Samples.NewCase());
        await store.CommitAsync(first);
        var due = DateTimeOffset.UtcNow.AddHours(-1);
        var second = Samples.After(first) with { DueAt = due, Effects = [Samples.Effect(first.Case, 1, "lane", due)] };

        // Each request is done, and each first answer lost: the client asks again and finds what it has written itself.
        trouble.LosesAnswers = true;
        var outcome = await store.CommitAsync(second);
        trouble.LosesAnswers = false;

        Assert.Equal(Runtime.Ports.CommitOutcome.Repeated, outcome);
        Assert.Equal(second.Version, (await store.LoadAsync(first.Case, default))!.Version);
        Assert.Equal(2, (await store.JournalAsync(first.Case, 0, 10, default)).Count);
        Assert.Single(await store.PendingEffectsAsync(DateTimeOffset.UtcNow, 10, default));
        Assert.Single(await store.DueByAsync(DateTimeOffset.UtcNow, 10, default));
        Assert.Equal(second.Answer!.Body, (await store.AnswerAsync(second.Answer.Signal, default))!.Body);
    }

    private async Task<TablesStore> StoreAsync(Trouble trouble)
    {
        var options = new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(trouble, disposeHandler: false)) };
        var table = new AzureTable(azurite.Table(options));
        await table.CreateAsync(default);
        return new TablesStore(table.Table, TimeProvider.System);
    }

    private sealed class Trouble() : DelegatingHandler(new SocketsHttpHandler())
    {
        private readonly HashSet<string> _lost = new(StringComparer.Ordinal);

        public HttpStatusCode Refuses { get; init; }

        /// <summary>How many requests are refused from now on.</summary>
        public int Next { get; set; }

        public bool LosesAnswers { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Next > 0)
            {
                Next--;
                return new HttpResponseMessage(Refuses) { Content = new ByteArrayContent([]) };
            }

            var answer = await base.SendAsync(request, cancellationToken);
            var id = request.Headers.GetValues("x-ms-client-request-id").Single();
            if (LosesAnswers && request.Method != HttpMethod.Get && _lost.Add(id))
            {
                answer.Dispose();
                throw new HttpRequestException("The connection was closed.");
            }

            return answer;
        }
    }
}
