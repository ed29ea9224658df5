using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>The empty maps that a step starts from where nothing was given.</summary>
internal static class Empty
{
    public static ImmutableSortedDictionary<string, FieldValue> Inputs { get; } = ImmutableSortedDictionary.Create<string, FieldValue>(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, Mark> Marks { get; } = ImmutableSortedDictionary.Create<string, Mark>(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, string> Values { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
