namespace ZoneFlow.Functions.Tests.Hosting;

/// <summary>No test asks for a page that fails: one that does ends it, with what the head has logged.</summary>
internal sealed class FailedPages(LoggedErrors errors) : DelegatingHandler(new HttpClientHandler { AllowAutoRedirect = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        Assert.True((int)answer.StatusCode < 500, $"{request.RequestUri!.PathAndQuery}: {(int)answer.StatusCode}\n{string.Join('\n', errors.All)}");
        return answer;
    }
}
