using ZoneFlow.Runtime.Cloud;

namespace ZoneFlow.Runtime.Tests.Cloud;

public sealed class CloudCommandTests
{
    [Theory]
    [InlineData("", CloudCommandKind.Serve)]
    [InlineData("operator-link", CloudCommandKind.OperatorLink)]
    [InlineData("export a.zip", CloudCommandKind.Export)]
    [InlineData("import a.zip", CloudCommandKind.Import)]
    [InlineData("next-key a.pem", CloudCommandKind.NextKey)]
    [InlineData("export", CloudCommandKind.Serve)]
    [InlineData("--host 127.0.0.1 --port 5 --workerId x", CloudCommandKind.Serve)]
    public void Arguments_SayWhatIsAskedFor(string arguments, CloudCommandKind kind) =>
        Assert.Equal(kind, CloudCommand.Of(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Kind);
}
