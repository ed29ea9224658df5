using System.Runtime.CompilerServices;

namespace ZoneFlow.Functions.Tests;

/// <summary>The hosts that the tests start say nothing: each of their calls would be a line of the tests' output.</summary>
internal static class QuietHosts
{
    [ModuleInitializer]
    internal static void Hush() => Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "None");
}
