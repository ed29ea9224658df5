using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>
/// What anybody may see of a case that has a public standing (公开内容): a closed list, so that whatever is not on it stays in the
/// office. Its name and its standing are what a register is for, and always there.
/// </summary>
/// <param name="Dates">The marks that are shown.</param>
/// <param name="Flags">The flags that are shown.</param>
public sealed record PublicRule(ImmutableSortedSet<PublicFact> Facts, ImmutableSortedSet<string> Dates, ImmutableSortedSet<string> Flags, Source Source)
{
    public bool Shows(PublicFact fact) => Facts.Contains(fact);

    /// <summary>
    /// The list of a kind of case. A revision from before there were such lists shows what pages then did: all but the dates that no
    /// public standing comes with.
    /// </summary>
    public static PublicRule Of(Pack pack, string kind)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var rule = pack.Cases[kind];
        if (rule.Public is { } list)
        {
            return list;
        }

        var given = pack.Procedures.Where(p => p.Case == kind).SelectMany(p => p.Stages.SelectMany(s => s.Transitions).Concat(p.Anywhere))
            .Where(t => t.Do.OfType<Step.SetStanding>().Any(s => rule.Standing(s.Standing).Public))
            .SelectMany(t => t.Do.OfType<Step.SetMark>().Select(m => m.Mark)).ToImmutableSortedSet(StringComparer.Ordinal);
        return new PublicRule(
            [.. Enum.GetValues<PublicFact>()], given.Union(pack.Marks.Values.Where(m => given.Contains(m.After)).Select(m => m.Name)),
            rule.Flags.Keys.ToImmutableSortedSet(StringComparer.Ordinal), Source.Norm("旧版政策未列公开内容"));
    }
}
