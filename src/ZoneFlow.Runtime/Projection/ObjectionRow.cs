using System.Collections.Immutable;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Projection;

/// <summary>An objection as the office keeps it. Who objected never leaves the office.</summary>
public sealed record ObjectionRow(
    string Receipt, string Procedure, string Entry, DateTimeOffset At, Confided? Objector, Confided? Contact, Confided Text,
    ImmutableArray<FiledDocument> Documents);
