using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Shell;

/// <summary>Something that only one case may have.</summary>
/// <param name="Confirmed">Whether the case's commit has followed.</param>
public sealed record Claim(CaseId Owner, bool Confirmed);
