using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Ports;

/// <summary>A case that moves by itself at an instant.</summary>
public readonly record struct DueCase(CaseId Case, DateTimeOffset At);
