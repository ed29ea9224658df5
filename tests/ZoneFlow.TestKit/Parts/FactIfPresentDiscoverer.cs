using Xunit.Abstractions;
using Xunit.Sdk;

namespace ZoneFlow.TestKit.Parts;

/// <summary>Makes the test cases of <see cref="FactIfPresentAttribute"/>; xunit finds it by name.</summary>
public sealed class FactIfPresentDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new FactIfPresentCase(
            DiagnosticMessageSink,
            discoveryOptions.MethodDisplayOrDefault(),
            discoveryOptions.MethodDisplayOptionsOrDefault(),
            testMethod);
}
