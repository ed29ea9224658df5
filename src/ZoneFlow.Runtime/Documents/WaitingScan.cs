using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Documents;

/// <summary>
/// An upload that no scanner has passed: it waits for one, or was found infected after it was filed. There is none for an upload
/// that was passed, nor where no scanner is configured.
/// </summary>
/// <param name="By">Who brought it, to be told; null for somebody who did not sign in.</param>
/// <param name="Finding">The scanner's name for what it found; null while the upload waits.</param>
/// <param name="Tries">How often the scanner was asked in vain.</param>
public sealed record WaitingScan(ContentHash Content, PersonId? By, PartyId? Party, DateTimeOffset Since, int Tries, DateTimeOffset NextTry, string? Why, string? Finding)
{
    public bool IsInfected => Finding is not null;
}
