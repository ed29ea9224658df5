using ZoneFlow.Runtime.Documents;

namespace ZoneFlow.Runtime.Tests.Documents;

public sealed class ScanResultTests
{
    [Fact]
    public async Task Scanning_WithNoScanner_SaysSoAndNotClean() =>
        Assert.IsType<ScanResult.NotConfigured>(await ScanResult.NoScanner(Stream.Null, CancellationToken.None));
}
