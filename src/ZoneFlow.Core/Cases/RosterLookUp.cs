using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>What of a roster a filing needs on its signal: the stays of the bodies it names, and no more than the numbers of all others.</summary>
/// <param name="Others">What is counted without the bodies named, from the first day that the filing can touch.</param>
public sealed record RosterLookUp(ImmutableArray<RosterMember> Named, ImmutableArray<RosterTally> Others)
{
    public static RosterLookUp Of(RosterRule rule, RosterBook book, IEnumerable<RosterMember> filed, DateOnly today)
    {
        var members = filed.ToList();
        var codes = members.Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<RosterMember> named = [.. codes.Order(StringComparer.Ordinal).SelectMany(c => book.Of(c))];
        return new(named, RosterTally.Over(rule, book.Members.Where(m => !codes.Contains(m.Code)), FirstDay(named.Concat(members), today)));
    }

    /// <summary>The form's answers, with what is counted from the case's rosters on a day in the place of what was typed.</summary>
    public static ImmutableSortedDictionary<string, FieldValue> Counted(
        ImmutableSortedDictionary<string, FieldValue> answers, RosterRule rule, RosterBook book, DateOnly day) =>
        answers.SetItems(RosterTally.Over(rule, book.Members, day)[0].Counts.Select(c => KeyValuePair.Create(c.Key, (FieldValue)new FieldValue.Number(c.Value))));

    // Days typed wrongly may be centuries off: nothing is asked about what was before the last ten years.
    private static DateOnly FirstDay(IEnumerable<RosterMember> members, DateOnly today)
    {
        var first = members.SelectMany(m => new[] { m.From, m.Until ?? m.From }).Append(today).Min();
        return first < today.AddYears(-10) ? today.AddYears(-10) : first;
    }
}
