using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Parts;

/// <summary>A field with what stands in it. What was typed is kept as typed, right or wrong.</summary>
/// <param name="PostName">The name it is posted under; several of one name for a choice of several, and <c>name.row.column</c> for a table.</param>
/// <param name="Options">What can be chosen where the rule does not say: items, cases, parties.</param>
/// <param name="Typed">One text; several for a choice of several; count and unit (d, wd, mo, y) for a period.</param>
/// <param name="Rows">The texts of a table, in the order of its columns.</param>
public sealed record FieldEntry(
    FieldRule Rule, string PostName, IReadOnlyList<Option> Options, IReadOnlyList<string> Typed, IReadOnlyList<IReadOnlyList<string>> Rows);
