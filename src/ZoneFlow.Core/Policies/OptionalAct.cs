using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>Something that may be held while a stage is open (答辩, 现场考察): chosen by a person with a reason, and recorded.</summary>
/// <param name="Always">Held every time: the stage cannot be concluded without its record.</param>
public sealed record OptionalAct(string Name, Label Label, string By, bool ReasonRequired, ImmutableArray<string> Needs, bool Always, Source Source);
