namespace ZoneFlow.Server.Hosting;

/// <summary>What <c>serve</c> is told on the command line.</summary>
internal sealed record ServeOptions(string Data, string Url, bool Demo, bool OperatorLink);
