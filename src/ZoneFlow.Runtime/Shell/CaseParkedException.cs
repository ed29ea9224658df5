using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Shell;

/// <summary>The case has been set aside after an error, with all it holds; the others go on.</summary>
public sealed class CaseParkedException(CaseId id, string why) : Exception($"{id} is parked: {why}")
{
    public CaseId Case { get; } = id;
}
