using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>What a machine can check of a criterion. Comparisons include the number itself.</summary>
public abstract record CriterionTest
{
    private CriterionTest()
    {
    }

    public sealed record AtLeast(string Field, decimal Bound) : CriterionTest;

    public sealed record AtMost(string Field, decimal Bound) : CriterionTest;

    public sealed record Is(string Field, string Value) : CriterionTest;

    public sealed record IsNot(string Field, string Value) : CriterionTest;

    public sealed record HasAll(string Field, ImmutableArray<string> Values) : CriterionTest;

    /// <summary>The sum of some fields.</summary>
    public sealed record SumAtLeast(ImmutableArray<string> Fields, decimal Bound) : CriterionTest;

    /// <summary>Part over whole, compared exactly and never as a rounded quotient; false where the whole is zero.</summary>
    public sealed record RatioAtLeast(string Part, string Whole, decimal Bound) : CriterionTest;

    /// <summary>Full years from the field's date to the mark's.</summary>
    public sealed record YearsBefore(string Field, string Mark, int Bound) : CriterionTest;

    public sealed record Any(ImmutableArray<CriterionTest> Tests) : CriterionTest;

    public sealed record All(ImmutableArray<CriterionTest> Tests) : CriterionTest;

    /// <summary>The fields a test reads, so that a linter can see that the form asks for each.</summary>
    public IEnumerable<string> Reads => this switch
    {
        AtLeast t => [t.Field],
        AtMost t => [t.Field],
        Is t => [t.Field],
        IsNot t => [t.Field],
        HasAll t => [t.Field],
        SumAtLeast t => t.Fields,
        RatioAtLeast t => [t.Part, t.Whole],
        YearsBefore t => [t.Field],
        Any t => t.Tests.SelectMany(x => x.Reads),
        All t => t.Tests.SelectMany(x => x.Reads),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
