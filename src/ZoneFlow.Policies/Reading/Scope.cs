using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Reading;

/// <summary>Where in a pack a stage or a transition is read: whose names it uses and what it inherits.</summary>
/// <param name="Case">The kind of case the procedure runs for.</param>
/// <param name="Path">The path of the construct that is being read.</param>
/// <param name="Source">What the construct inherits where it says nothing of its own.</param>
internal sealed record Scope(PackContext Pack, string Procedure, string Case, string Path, Source? Source);
