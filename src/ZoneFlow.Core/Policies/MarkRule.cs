using ZoneFlow.Core.Calendars;

namespace ZoneFlow.Core.Policies;

/// <summary>
/// A date derived from another, such as the end of a construction term. It is a status date: it does not
/// roll, and the next state begins the day after (rule R9).
/// </summary>
public sealed record MarkRule(string Name, Label Label, string After, Period For, Source Source);
