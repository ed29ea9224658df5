using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>Something a case keeps a list of: an application in a round, a task in a plan.</summary>
/// <param name="Score">What a panel gave it, to the hundredth, or null.</param>
/// <param name="Place">Its place in the ranking, equal scores sharing one; null where it is not ranked.</param>
/// <param name="Lead">The units named to lead it since the case opened; empty where the pack's own stand.</param>
/// <param name="Responsible">The units named to share in it since then; empty where the pack's own stand.</param>
/// <param name="Issued">The instruments it has issued, by name.</param>
public sealed record Item(
    string Key, string State, string Title, decimal? Score, int? Place, ImmutableArray<string> Lead, ImmutableArray<string> Responsible,
    ImmutableArray<string> Issued)
{
    public static Item New(string key, string state, string title) => new(key, state, title, null, null, [], [], []);
}
