using System.Collections.Immutable;

namespace ZoneFlow.Runtime.SignIn;

/// <summary>A person's secret for time-based codes, and the last step used.</summary>
/// <param name="Wrong">Counted by earlier releases, and no more: see <see cref="CodeTries"/>.</param>
/// <param name="LockedUntil">As <paramref name="Wrong"/>.</param>
public sealed record CodeRecord(string Secret, long? LastStep, int Wrong, DateTimeOffset? LockedUntil)
{
    /// <summary>The hashes of the recovery codes that have not been used.</summary>
    public ImmutableArray<string> Recovery { get; init; } = [];
}
