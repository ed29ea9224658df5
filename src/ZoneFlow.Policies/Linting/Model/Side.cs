using System.Collections.Immutable;

namespace ZoneFlow.Policies.Linting.Model;

/// <summary>One side of a conversation at one moment.</summary>
/// <param name="Stages">By talking procedure: the stage it is in, or null once it has ended; absent before it began.</param>
/// <param name="Had">Every standing it ever had: whoever looked it up may have seen one of those.</param>
/// <param name="Passed">The marks whose day a timer of this side has seen pass.</param>
/// <param name="Outbox">What it said and the other side has not taken in yet, oldest first.</param>
/// <param name="Spoke">Whether it ever said anything.</param>
internal sealed record Side(
    string Standing, ImmutableSortedSet<string> Had, ImmutableSortedDictionary<string, string?> Stages, ImmutableSortedSet<string> Passed, ImmutableArray<string> Outbox, bool Spoke)
{
    public bool Runs(string procedure) => Stages.GetValueOrDefault(procedure) is not null;

    public Side In(string standing) => this with { Standing = standing, Had = Had.Add(standing) };

    public Side At(string procedure, string? stage) => this with { Stages = Stages.SetItem(procedure, stage) };

    public string Key => string.Join(',', Standing, string.Join(';', Had), string.Join(';', Stages.Select(s => $"{s.Key}={s.Value}")), string.Join(';', Passed), string.Join(';', Outbox), Spoke);
}
