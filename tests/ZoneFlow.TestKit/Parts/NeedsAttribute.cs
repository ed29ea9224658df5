namespace ZoneFlow.TestKit.Parts;

/// <summary>
/// Marks tests, or a class of them, that use a program which is not part of the build. One sealed attribute for each
/// such program; it looks once and keeps the answer. Takes effect on <see cref="FactIfPresentAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public abstract class NeedsAttribute : Attribute
{
    /// <summary>Why the tests cannot run here, with what to install; null when they can.</summary>
    public abstract string? WhyMissing { get; }
}
