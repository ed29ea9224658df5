using System.Collections.Immutable;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Projection;

/// <summary>One expert's scores of one subject.</summary>
public sealed record ScoreRow(
    string Procedure, PartyId Expert, string Subject, ImmutableSortedDictionary<string, decimal> Scores, Confided? Opinion, DateTimeOffset At);
