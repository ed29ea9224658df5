using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Projection;

namespace ZoneFlow.Runtime.Effects;

/// <summary>A letter of a case.</summary>
/// <param name="Paper">As it was kept; null while it has not been numbered.</param>
/// <param name="SupersededBy">The letter that corrects it, by key; null where it stands.</param>
public sealed record IssuedLetter(string Key, LetterRow Row, LetterPaperRow? Paper, LetterSealRow? Sealed, string? SupersededBy)
{
    public LetterAtHand AtHand => new(Key, Row.Template, Row.Values, Row.Reason, Paper is not null, Paper?.Number, SupersededBy) { Sealed = Sealed is not null };
}
