using Xunit.Sdk;

namespace ZoneFlow.TestKit.Parts;

/// <summary>
/// A fact that is skipped, with the reason, where something that its method or its class <see cref="NeedsAttribute">needs</see>
/// is missing. The class is the one that runs: a suite written once skips only for the port whose part is missing.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("ZoneFlow.TestKit.Parts.FactIfPresentDiscoverer", "ZoneFlow.TestKit")]
public sealed class FactIfPresentAttribute : FactAttribute;
