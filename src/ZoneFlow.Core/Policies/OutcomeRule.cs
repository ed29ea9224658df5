using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>One way for a zone to end (撤销, 取消, 终止): a final standing, its article and its bans, applied as one act.</summary>
/// <param name="BanChoice">The yes-no input by which the deciding official says whether the bans are imposed, or null where they always are.</param>
public sealed record OutcomeRule(
    string Name, Label Label, string Standing, ImmutableArray<string> Bans, string? BanChoice, Source Source);
