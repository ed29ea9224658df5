using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>
/// A list that conditions are counted from (名录): a zone's companies or agencies, each by its 统一社会信用代码, with the days on
/// which it came and left (准入和退出动态监测).
/// </summary>
/// <param name="Case">The kind of case that keeps it.</param>
/// <param name="By">The roles that file it.</param>
/// <param name="While">The standings in which it is kept up and watched; before them it is filed with the application form.</param>
/// <param name="Columns">What is said of each member beside its code, its name and its days.</param>
/// <param name="Counts">What is counted from it, each under the name of a field of the form, whose answer it then is.</param>
/// <param name="Watch">Whom it is told when a condition is no longer met, or null.</param>
public sealed record RosterRule(
    string Name, Label Label, string Case, ImmutableArray<string> By, ImmutableArray<string> While, ImmutableArray<FieldRule> Columns,
    ImmutableArray<RosterCount> Counts, RosterWatch? Watch, Source Source)
{
    public const int MostMembers = 1_000;
}
