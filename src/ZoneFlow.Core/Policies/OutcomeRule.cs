using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>One way for a zone to end (撤销, 取消, 终止): a final standing, its article and its bans, applied as one act.</summary>
/// <param name="BanChoice">A ban the deciding official may waive with a reason, or null.</param>
public sealed record OutcomeRule(
    string Name, Label Label, string Standing, ImmutableArray<string> Bans, bool BanChoice, Source Source);
