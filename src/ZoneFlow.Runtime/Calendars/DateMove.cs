using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Calendars;

/// <summary>One deadline that another calendar moves, or settles where it was provisional.</summary>
/// <param name="What">What is due.</param>
/// <param name="Was">The last day as it stands.</param>
/// <param name="Now">The last day under the other calendar.</param>
/// <param name="Provisional">The new date may still move.</param>
/// <param name="Printed">It was published: it never moves earlier.</param>
/// <param name="Days">The days between its beginning and its end that are worked under one of the two calendars only.</param>
public sealed record DateMove(
    CaseId Case, string Kind, string Number, string Title, string Deadline, Label What, DateOnly Was, DateOnly Now, bool Provisional, bool Printed,
    ImmutableArray<DayChange> Days);
