using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>What is counted from a roster from a day on, until the next such day.</summary>
public sealed record RosterTally(DateOnly From, ImmutableSortedDictionary<string, decimal> Counts)
{
    /// <summary>The counts as they are on a day, and on each later day on which they change.</summary>
    public static ImmutableArray<RosterTally> Over(RosterRule rule, IEnumerable<RosterMember> members, DateOnly from)
    {
        var changes = new SortedDictionary<DateOnly, decimal[]> { [from] = new decimal[rule.Counts.Length] };
        foreach (var member in members.Where(m => m.Until is not { } left || (left > from && left > m.From)))
        {
            var adds = rule.Counts.Select(c => c.Of(member)).ToArray();
            Add(changes, member.From > from ? member.From : from, adds, 1);
            if (member.Until is { } left)
            {
                Add(changes, left, adds, -1);
            }
        }

        var (tallies, sum) = (ImmutableArray.CreateBuilder<RosterTally>(changes.Count), new decimal[rule.Counts.Length]);
        foreach (var (day, change) in changes)
        {
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += change[i];
            }

            tallies.Add(new RosterTally(day, rule.Counts.Select((c, i) => KeyValuePair.Create(c.Name, sum[i])).ToImmutableSortedDictionary(StringComparer.Ordinal)));
        }

        return tallies.ToImmutable();
    }

    /// <summary>Two parts of one roster counted together; both begin on the same day.</summary>
    public static ImmutableArray<RosterTally> Together(ImmutableArray<RosterTally> one, ImmutableArray<RosterTally> other)
    {
        var sums = ImmutableArray.CreateBuilder<RosterTally>();
        foreach (var day in one.Concat(other).Select(t => t.From).Distinct().Order())
        {
            var (a, b) = (one.Last(t => t.From <= day).Counts, other.Last(t => t.From <= day).Counts);
            sums.Add(new RosterTally(day, a.ToImmutableSortedDictionary(c => c.Key, c => c.Value + b.GetValueOrDefault(c.Key), StringComparer.Ordinal)));
        }

        return sums.ToImmutable();
    }

    private static void Add(SortedDictionary<DateOnly, decimal[]> changes, DateOnly day, decimal[] adds, int sign)
    {
        var sum = changes.TryGetValue(day, out var known) ? known : changes[day] = new decimal[adds.Length];
        for (var i = 0; i < adds.Length; i++)
        {
            sum[i] += sign * adds[i];
        }
    }
}
