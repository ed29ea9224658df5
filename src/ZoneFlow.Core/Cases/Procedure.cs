using System.Collections.Immutable;

namespace ZoneFlow.Core.Cases;

/// <summary>A procedure that is running. One that has ended keeps only its result, in <see cref="CaseState.Ended"/>.</summary>
/// <param name="Id">Name and key: <c>annual-report/2027</c>.</param>
/// <param name="Visit">Counts the stages entered, so that an answer to an older view can be told.</param>
/// <param name="Occurrence">The occurrence of the duty that started it, as duty and period, or null.</param>
/// <param name="Filed">The latest document of each slot. What a stage needs must have been filed on its own visit.</param>
/// <param name="Signed">Who has signed on this visit.</param>
/// <param name="AskedAgain">How often its holder has been asked again: at a stage without a date, or after the date has passed in vain.</param>
public sealed record Procedure(
    string Id,
    string Name,
    string Key,
    string Stage,
    int Visit,
    DateTimeOffset Entered,
    PartyId? Opener,
    string? Occurrence,
    ImmutableSortedDictionary<string, string> With,
    PausedStage? Paused,
    ImmutableArray<Filing> Filed,
    ImmutableArray<Signature> Signed,
    ImmutableSortedSet<string> Held,
    ImmutableArray<Seat> Seats,
    ImmutableArray<NoticeEntry> Entries,
    Deadline? Due,
    int AskedAgain)
{
    /// <summary>The persons to whom the stage's task was handed over on this visit.</summary>
    public ImmutableArray<Assignment> Assigned { get; init; } = [];

    public FiledDocument? Document(string slot) => Filed.FirstOrDefault(f => f.Document.Slot == slot)?.Document;

    public bool HasFiledOnThisVisit(string slot) => Filed.Any(f => f.Document.Slot == slot && f.Visit == Visit);
}
