namespace ZoneFlow.Faults.Mutating;

/// <summary>Mutations that change nothing anybody could see, each with the reason. They count neither as killed nor as survived.</summary>
internal static class EquivalentMutations
{
    private static readonly (string Key, string Why)[] All =
    [
    ];

    public static IReadOnlySet<string> Keys { get; } = All.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
}
