namespace ZoneFlow.Core.Policies;

/// <summary>A cell of a form's table.</summary>
/// <param name="Text">Its text, with fields of the form in braces.</param>
/// <param name="Choices">A field whose options are printed with a box each, or null.</param>
/// <param name="Note">The field with the words for its last option, or null.</param>
/// <param name="Wide">In units of the table.</param>
/// <param name="Tall">In rows.</param>
/// <param name="Lines">Its least height in lines; 1 by itself.</param>
/// <param name="Sealed">Whether it is stamped: its last lines stand at its lower right.</param>
public sealed record SheetCell(string Text, string? Choices, string? Note, int Wide, int Tall, int Lines, bool Sealed);
