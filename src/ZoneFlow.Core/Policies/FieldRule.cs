namespace ZoneFlow.Core.Policies;

/// <summary>One field of the application form, or one input asked for by an action.</summary>
/// <param name="Section">The heading that it stands under in the printed form.</param>
/// <param name="Private">A name, telephone number or address: kept beside the journal, never in it.</param>
/// <param name="Unique">A value that no two cases of the scheme may share, such as a zone's name.</param>
/// <param name="Kept">Whether the answer is carried in the case's state, because a later decision reads it.</param>
public sealed record FieldRule(
    string Name,
    Label Label,
    FieldType Type,
    bool Required,
    string? Section,
    bool Private,
    bool Unique,
    bool Kept,
    Source Source);
