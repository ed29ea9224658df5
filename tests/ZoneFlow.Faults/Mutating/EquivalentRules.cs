namespace ZoneFlow.Faults.Mutating;

/// <summary>
/// Kinds of mutations that change nothing anybody could see, each with the reason. They count neither as killed nor as survived, and
/// the report says how many there are. There is no list of single mutations: what a rule does not cover counts.
/// </summary>
internal static class EquivalentRules
{
    public const string UniqueKey = "unique key";
    public const string Hash = "hash";

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        [UniqueKey] = "a search by a key that only one can have finds the same from either end (the reader refuses a policy's name given twice; a state's ids and an item's key are unique)",
        [Hash] = "which number a hash is, is nobody's business, as long as equal values have the same one",
    };

    public static string? Why(Mutation mutation) => Reasons.GetValueOrDefault(mutation.Kind);

    public static void Print(IEnumerable<Mutation> all)
    {
        foreach (var kind in all.Where(m => Why(m) is not null).GroupBy(m => m.Kind))
        {
            Console.WriteLine($"left out, {kind.Count()} of the kind \"{kind.Key}\": {Reasons[kind.Key]}");
        }
    }
}
