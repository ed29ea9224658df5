using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Ports;

/// <summary>What an accepted signal was answered, kept as long as the journal.</summary>
/// <param name="Body">SHA-256 of what was asked, so that the same id with another body can be told.</param>
public sealed record SignalAnswer(SignalId Signal, CaseId Case, long Version, string Body);
