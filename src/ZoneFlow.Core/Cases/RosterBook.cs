using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>A roster read whole: the stays of each body, in order. The fold of its lines.</summary>
public sealed record RosterBook(ImmutableSortedDictionary<string, ImmutableArray<RosterMember>> Stays)
{
    public static RosterBook Empty { get; } = new(ImmutableSortedDictionary.Create<string, ImmutableArray<RosterMember>>(StringComparer.Ordinal));

    /// <summary>Every stay of every body, by code and then in order.</summary>
    public IEnumerable<RosterMember> Members => Stays.Values.SelectMany(s => s);

    public static RosterBook Of(IEnumerable<RosterLine> lines) => new(
        lines.SelectMany(l => l.Members).GroupBy(m => m.Code, StringComparer.Ordinal).ToImmutableSortedDictionary(
            g => g.Key, g => g.Aggregate(ImmutableArray<RosterMember>.Empty, After), StringComparer.Ordinal));

    public ImmutableArray<RosterMember> Of(string code) => Stays.GetValueOrDefault(code, []);

    /// <summary>
    /// A body's stays after another filing: whoever comes again after having left begins a new stay, and anything else puts the
    /// last one right.
    /// </summary>
    public static ImmutableArray<RosterMember> After(ImmutableArray<RosterMember> stays, RosterMember filed) =>
        stays.IsEmpty || (stays[^1].Until is { } left && filed.From >= left && filed.From > stays[^1].From) ? stays.Add(filed) : stays.SetItem(stays.Length - 1, filed);
}
