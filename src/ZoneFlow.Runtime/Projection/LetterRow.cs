using System.Collections.Immutable;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Projection;

/// <summary>A letter as issued: its template and the values it was rendered from.</summary>
public sealed record LetterRow(string Template, ImmutableSortedDictionary<string, string> Values, Confided? Reason, DateTimeOffset At, long Entry);
