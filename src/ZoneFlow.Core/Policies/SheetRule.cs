using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>How the policy's own 申报书 or 申请书 is printed from the form's answers, in the annex's layout.</summary>
/// <param name="Document">The slot that its sealed scan comes back to.</param>
/// <param name="Title">The lines of the cover's title.</param>
/// <param name="Foot">The line at the cover's foot, or null.</param>
public sealed record SheetRule(
    string Document, ImmutableArray<string> Title, ImmutableArray<SheetLine> Cover, string? Foot, ImmutableArray<SheetPart> Parts, Source Source)
{
    /// <summary>The form's fields that it prints.</summary>
    public IEnumerable<string> Fields =>
        Cover.SelectMany(c => LetterRule.PlaceholdersIn(c.Text)).Concat(Parts.SelectMany(p => p.Rows).SelectMany(FieldsOf)).Distinct();

    private static IEnumerable<string> FieldsOf(SheetRow row) => row switch
    {
        SheetRow.Cells c => c.Of.SelectMany(cell =>
            LetterRule.PlaceholdersIn(cell.Text).Concat(cell.Choices is { } choices ? [choices] : []).Concat(cell.Note is { } note ? [note] : [])),
        SheetRow.Entries e => [e.Field],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
