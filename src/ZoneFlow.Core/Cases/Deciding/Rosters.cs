using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Rosters (名录): who is on them, what is counted from them, and who hears of it on the day a condition is no longer met.</summary>
internal static class Rosters
{
    // A change of the journal is a row of the store as well: neither should be of a length that some store refuses.
    private const int Page = 100;

    public static Refusal? File(Turn turn, SignalBody.FileRoster body)
    {
        if (turn.Pack.Roster(body.Roster) is not { } rule || rule.Case != turn.State.Kind)
        {
            return new Refusal("no-such-roster", "没有这份名录。", "There is no such roster.");
        }

        if (Holders.RolePlayed(turn.Pack, turn.State, null, new ActorRule(rule.By, false), turn.Signal.Actor) is null)
        {
            return Refusals.NotYours(rule.Label, rule.Source);
        }

        if (!rule.While.Contains(turn.State.Standing) && !FormAnswers.MayWrite(turn))
        {
            return new Refusal("roster-closed", $"当前状态下不能登记{rule.Label.Zh}。", $"{rule.Label.En ?? rule.Label.Zh} cannot be filed as the case stands.", rule.Source);
        }

        if (RosterInputs.Wrong(turn, rule, body).ToList() is { Count: > 0 } wrong)
        {
            return Refusals.Of("roster-wrong", "名录有填写错误。", "Some of the roster is wrong.", rule.Source, wrong);
        }

        var before = Stays(turn.Signal.LookedUp.Roster?.Named ?? []);
        ImmutableArray<RosterMember> changed = [.. body.Members.Where(m => !before.GetValueOrDefault(m.Code, []).Contains(m))];
        if (changed.IsEmpty)
        {
            return null;
        }

        var after = changed.Aggregate(before, (stays, m) => stays.SetItem(m.Code, RosterBook.After(stays.GetValueOrDefault(m.Code, []), m)));
        if (Overlapping(after) is { } twice)
        {
            return Refusals.Of(
                "roster-wrong", "名录有填写错误。", "Some of the roster is wrong.", rule.Source,
                [new RefusalDetail(twice, new Label($"{twice}的入驻日期早于上一次退出。", $"{twice} comes before it has left for the last time."), rule.Source)]);
        }

        var (now, coming) = Counted(turn, rule, after.Values.SelectMany(s => s));
        if (coming.Length > RosterStanding.MostComing)
        {
            return Refusals.Of(
                "roster-wrong", "名录有填写错误。", "Some of the roster is wrong.", rule.Source,
                [new RefusalDetail("until", new Label("将来的入驻、退出日期使条件反复变化，请待日期确定后再登记。", "The days ahead turn the conditions over and over; file them once they are settled."), rule.Source)]);
        }

        foreach (var page in changed.Chunk(Page))
        {
            turn.Record(new Change.RosterFiled(rule.Name, [.. page]));
        }

        var known = turn.State.Rosters.GetValueOrDefault(rule.Name)?.Now.Counts;
        Record(turn, rule, now, coming);
        FormAnswers.Count(turn, now.Counts.Where(c => known?.GetValueOrDefault(c.Key) != c.Value));
        return null;
    }

    /// <summary>A day has come on which other conditions are unmet.</summary>
    public static void Turned(Turn turn, string name)
    {
        var standing = turn.State.Rosters[name];
        Record(turn, turn.Pack.Roster(name)!, standing.Coming[0], standing.Coming.RemoveAt(0));
    }

    /// <summary>What is counted from a roster and stands for a field of the form; null where the form's own answer does.</summary>
    public static (RosterRule Rule, decimal Value)? Of(Turn turn, string field)
    {
        foreach (var (name, standing) in turn.State.Rosters)
        {
            if (standing.Now.Counts.TryGetValue(field, out var value) && turn.Pack.Roster(name) is { } rule)
            {
                return (rule, value);
            }
        }

        return null;
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<RosterMember>> Stays(IEnumerable<RosterMember> named) => named
        .GroupBy(m => m.Code, StringComparer.Ordinal).ToImmutableSortedDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);

    private static string? Overlapping(ImmutableSortedDictionary<string, ImmutableArray<RosterMember>> after) => after
        .FirstOrDefault(s => s.Value.Zip(s.Value.Skip(1)).Any(p => p.First.Until is not { } left || p.Second.From < left)).Key;

    // What stands since when, and what will be unmet from which days on: only days on which that changes.
    private static (RosterDay Now, ImmutableArray<RosterDay> Coming) Counted(Turn turn, RosterRule rule, IEnumerable<RosterMember> named)
    {
        var others = turn.Signal.LookedUp.Roster?.Others is { IsDefaultOrEmpty: false } known ? known : RosterTally.Over(rule, [], turn.Today);
        var days = new List<RosterDay>();
        foreach (var tally in RosterTally.Together(others, RosterTally.Over(rule, named, others[0].From)))
        {
            var unmet = Unmet(turn.Pack, rule, tally.Counts);
            if (days.Count > 0 && days[^1].Unmet.SequenceEqual(unmet))
            {
                days[^1] = tally.From <= turn.Today ? days[^1] with { Counts = tally.Counts } : days[^1];
            }
            else
            {
                days.Add(new RosterDay(tally.From, tally.Counts, unmet));
            }
        }

        var now = days.Last(d => d.On <= turn.Today);
        if (ReferenceEquals(now, days[0]) && turn.State.Rosters.TryGetValue(rule.Name, out var before) && before.Now.Unmet.SequenceEqual(now.Unmet) && before.Now.On < now.On)
        {
            now = now with { On = before.Now.On };
        }

        return (now, [.. days.Where(d => d.On > turn.Today)]);
    }

    private static ImmutableArray<string> Unmet(Pack pack, RosterRule rule, ImmutableSortedDictionary<string, decimal> counts)
    {
        var answers = Answers(counts);
        return
        [
            .. pack.Criteria.Where(c => rule.Watch?.Criteria.Contains(c.Name) == true && c.Test is { } test && !Criteria.Holds(test, answers, Empty.Marks)).Select(c => c.Name),
        ];
    }

    private static ImmutableSortedDictionary<string, FieldValue> Answers(ImmutableSortedDictionary<string, decimal> counts) =>
        counts.ToImmutableSortedDictionary(c => c.Key, c => (FieldValue)new FieldValue.Number(c.Value), StringComparer.Ordinal);

    private static void Record(Turn turn, RosterRule rule, RosterDay now, ImmutableArray<RosterDay> coming)
    {
        ImmutableArray<string> before = turn.State.Rosters.TryGetValue(rule.Name, out var was) ? was.Now.Unmet : [];
        ImmutableArray<string> fell = [.. now.Unmet.Except(before)];
        turn.Record(new Change.RosterCounted(rule.Name, now, coming, fell, [.. before.Except(now.Unmet)]));
        if (fell.IsEmpty || rule.Watch is not { } watch || !rule.While.Contains(turn.State.Standing))
        {
            return;
        }

        var answers = Answers(now.Counts);
        var said = turn.Pack.Criteria.Where(c => fell.Contains(c.Name)).Select(c => Criteria.Explain(turn.Pack, c, answers)).ToList();
        var values = Tellings.Values(turn, null, null)
            .SetItem("roster-name", rule.Name).SetItem("roster", rule.Label.Zh).SetItem("roster-en", rule.Label.En ?? rule.Label.Zh).SetItem("since", Tellings.Text(now.On))
            .SetItem("unmet", string.Concat(said.Select(l => l.Zh))).SetItem("unmet-en", string.Join(' ', said.Select(l => l.En ?? l.Zh)))
            .SetItem("article", watch.Source.ToString());
        foreach (var to in watch.Tell.SelectMany(r => Holders.Audiences(turn.Pack, turn.State, null, r)).Distinct())
        {
            Tellings.Tell(turn, TellKind.Watch, to, null, null, values, turn.NotBefore, null);
        }
    }
}
