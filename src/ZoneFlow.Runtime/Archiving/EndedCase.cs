using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Archiving;

/// <summary>A case that has ended and is not archived, with when its time is over and what holds it meanwhile.</summary>
/// <param name="Kept">How its last day was reckoned.</param>
/// <param name="Holds">Why it is not archived although its time is over; empty where nothing stands against it.</param>
public sealed record EndedCase(CaseState State, Pack Pack, Label Kind, Label Standing, KeptUntil Kept, ImmutableArray<Label> Holds)
{
    public string Number => State.Number.Length > 0 ? State.Number : State.Id.Value;
}
