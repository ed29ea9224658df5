using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>
/// What one revision of a pack calls otherwise than the revision before it: old name to new. What it leaves out keeps its name.
/// </summary>
/// <param name="Stages">From <c>procedure/stage</c>, both as the old revision has them, to the new stage's name.</param>
/// <param name="ItemStates">The states of a case's items.</param>
/// <param name="Retime">
/// Old names of what is to be reckoned by the new revision's length of time: <c>procedure/stage</c>, a duty, a derived mark.
/// All else keeps the budget that runs. A date never moves earlier by it.
/// </param>
public sealed record RevisionMap(
    ImmutableSortedDictionary<string, string> Standings,
    ImmutableSortedDictionary<string, string> Flags,
    ImmutableSortedDictionary<string, string> Marks,
    ImmutableSortedDictionary<string, string> Fields,
    ImmutableSortedDictionary<string, string> Procedures,
    ImmutableSortedDictionary<string, string> Stages,
    ImmutableSortedDictionary<string, string> Duties,
    ImmutableSortedDictionary<string, string> ItemStates,
    ImmutableSortedDictionary<string, string> Documents,
    ImmutableSortedSet<string> Retime)
{
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Everything keeps its name.</summary>
    public static RevisionMap Same { get; } = new(None, None, None, None, None, None, None, None, None, ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    public string Standing(string old) => Standings.GetValueOrDefault(old, old);

    public string Flag(string old) => Flags.GetValueOrDefault(old, old);

    public string Mark(string old) => Marks.GetValueOrDefault(old, old);

    public string Field(string old) => Fields.GetValueOrDefault(old, old);

    public string Procedure(string old) => Procedures.GetValueOrDefault(old, old);

    public string Stage(string procedure, string old) => Stages.GetValueOrDefault($"{procedure}/{old}", old);

    public string Duty(string old) => Duties.GetValueOrDefault(old, old);

    public string ItemState(string old) => ItemStates.GetValueOrDefault(old, old);

    public string Document(string old) => Documents.GetValueOrDefault(old, old);

    /// <summary>An id that begins with a procedure's name: <c>name/key</c>.</summary>
    public string ProcedureId(string old) => First(old, Procedure);

    /// <summary>An id that begins with a duty's name: <c>duty/period</c>.</summary>
    public string OccurrenceId(string old) => First(old, Duty);

    private static string First(string id, Func<string, string> rename)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? rename(id) : $"{rename(id[..slash])}{id[slash..]}";
    }
}
