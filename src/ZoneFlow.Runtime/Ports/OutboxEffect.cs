using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Ports;

/// <summary>An effect that waits to be run.</summary>
/// <param name="Lane">Case and addressee: effects of one lane keep their order.</param>
/// <param name="NextTry">The earliest instant for the next attempt.</param>
/// <param name="Attempts">How often it has failed.</param>
/// <param name="Error">The last failure, or null.</param>
/// <param name="Parked">Given up on until an operator says otherwise.</param>
public sealed record OutboxEffect(
    string Id, CaseId Case, long Order, string Lane, string Kind, string Json, DateTimeOffset NextTry, int Attempts, string? Error, bool Parked);
