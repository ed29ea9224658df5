using System.Collections.Immutable;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Journal;

/// <summary>
/// A state as it is stored: a round of a plan begins one procedure for each of its tasks, and those that nobody has touched yet
/// differ in the task alone. They are written once with the names of the others, and are all there again once it is read. So are
/// the tasks of which there is nothing to say but their names.
/// </summary>
internal static class StatePacking
{
    private const string OfItem = "item";

    public static CaseState Packed(CaseState state) => WithoutPlain(WithoutAlike(state));

    public static CaseState Unpacked(CaseState state) => WithPlain(WithAlike(state));

    private static CaseState WithoutAlike(CaseState state)
    {
        if (state.Procedures.Length < 2)
        {
            return state;
        }

        var (kept, runs) = (ImmutableArray.CreateBuilder<Procedure>(state.Procedures.Length), ImmutableArray.CreateBuilder<AlikeRun>());
        for (var i = 0; i < state.Procedures.Length;)
        {
            var first = state.Procedures[i++];
            kept.Add(first);
            var items = ImmutableArray.CreateBuilder<string>();
            var others = first with { AskedAgain = i < state.Procedures.Length ? state.Procedures[i].AskedAgain : 0 };
            for (; i < state.Procedures.Length && IsUntouched(first) && state.Procedures[i].With.TryGetValue(OfItem, out var item) && AreAlike(others, state.Procedures[i], item); i++)
            {
                items.Add(item);
            }

            if (items.Count > 0)
            {
                runs.Add(new AlikeRun(first.Id, items.ToImmutable()) { Asked = others.AskedAgain == first.AskedAgain ? null : others.AskedAgain });
            }
        }

        return runs.Count == 0 ? state : state with { Procedures = kept.ToImmutable(), Alike = runs.ToImmutable() };
    }

    private static CaseState WithAlike(CaseState state)
    {
        if (state.Alike.IsDefaultOrEmpty)
        {
            return state;
        }

        var all = ImmutableArray.CreateBuilder<Procedure>();
        foreach (var procedure in state.Procedures)
        {
            all.Add(procedure);
            foreach (var run in state.Alike.Where(r => r.First == procedure.Id))
            {
                all.AddRange(run.Items.Select(item => About(procedure with { AskedAgain = run.Asked ?? procedure.AskedAgain }, item)));
            }
        }

        return state with { Procedures = all.ToImmutable(), Alike = default };
    }

    private static CaseState WithoutPlain(CaseState state)
    {
        var (kept, runs) = (ImmutableArray.CreateBuilder<Item>(), ImmutableArray.CreateBuilder<PlainRun>());
        for (var i = 0; i < state.Items.Length;)
        {
            var (at, first) = (i, state.Items[i]);
            while (i < state.Items.Length && IsPlain(state.Items[i]) && state.Items[i].State == first.State)
            {
                i++;
            }

            if (i == at)
            {
                kept.Add(first);
                i++;
                continue;
            }

            var run = state.Items[at..i];
            runs.Add(new PlainRun(at, first.State, [.. run.Select(r => r.Key)], [.. run.Select(r => r.Title)]));
        }

        return runs.Count == 0 ? state : state with { Items = kept.ToImmutable(), Plain = runs.ToImmutable() };
    }

    // In the order of their places, so that each run finds those before it there.
    private static CaseState WithPlain(CaseState state) => state.Plain.IsDefaultOrEmpty
        ? state
        : state with
        {
            Items = state.Plain.Aggregate(state.Items, (items, run) => items.InsertRange(run.At, run.Keys.Select((key, i) => Item.New(key, run.State, run.Titles[i])))),
            Plain = default,
        };

    private static bool IsPlain(Item item) => item is { Score: null, Place: null } && item.Lead.IsEmpty && item.Responsible.IsEmpty && item.Issued.IsEmpty;

    private static Procedure About(Procedure first, string item)
    {
        var key = KeyOf(first, item);
        return first with { Id = $"{first.Name}/{key}", Key = key, With = first.With.SetItem(OfItem, item) };
    }

    private static string KeyOf(Procedure first, string item) => first.Key[..^first.With[OfItem].Length] + item;

    private static bool IsUntouched(Procedure p) =>
        p is { Occurrence: not null, Opener: null, Paused: null, Due: null } && p.With.TryGetValue(OfItem, out var item) && p.Key.EndsWith($".{item}", StringComparison.Ordinal)
        && p.Id == $"{p.Name}/{p.Key}" && p.Filed.IsEmpty && p.Signed.IsEmpty && p.Held.IsEmpty && p.Seats.IsEmpty && p.Entries.IsEmpty && p.Assigned.IsEmpty;

    private static bool AreAlike(Procedure first, Procedure other, string item) =>
        IsUntouched(other) && other.Name == first.Name && other.Occurrence == first.Occurrence && other.Stage == first.Stage && other.Visit == first.Visit
        && other.Entered == first.Entered && other.AskedAgain == first.AskedAgain && other.Key == KeyOf(first, item)
        && other.With.Count == first.With.Count && other.With.All(w => w.Key == OfItem || (first.With.TryGetValue(w.Key, out var value) && value == w.Value));
}
