using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Shell;

/// <summary>A case names a pack revision that was never published in this installation.</summary>
public sealed class UnknownPackException(PackRevision revision) : Exception($"The pack {revision} is not published here.")
{
    public PackRevision Revision { get; } = revision;
}
