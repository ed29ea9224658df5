using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ZoneFlow.TestKit.Parts;

/// <summary>A test case whose reason to skip is asked of what it needs.</summary>
public sealed class FactIfPresentCase : XunitTestCase
{
    [Obsolete("For xunit, which makes one before it reads it back.")]
    public FactIfPresentCase()
    {
    }

    public FactIfPresentCase(
        IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(diagnostics, display, options, method)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        base.GetSkipReason(factAttribute)
        ?? TestMethod.Method.ToRuntimeMethod().GetCustomAttributes<NeedsAttribute>()
            .Concat(TestMethod.TestClass.Class.ToRuntimeType().GetCustomAttributes<NeedsAttribute>())
            .Select(need => need.WhyMissing)
            .FirstOrDefault(reason => reason is not null);
}
