using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Showing;

/// <summary>A pack as it was read, and what the check says of it.</summary>
public sealed record PackChecked(Pack? Pack, IReadOnlyList<PackRemark> Remarks);
