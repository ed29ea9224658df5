namespace ZoneFlow.Server.Hosting;

/// <summary>What <c>serve</c> is told on the command line.</summary>
/// <param name="Packs">The packs to put in use at the first start; null puts all that ship in use.</param>
internal sealed record ServeOptions(string Data, string Url, bool Demo, bool OperatorLink, IReadOnlyList<string>? Packs = null);
