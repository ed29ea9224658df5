using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Comparing;

/// <summary>
/// What one revision of a pack says otherwise than another, construct by construct. It walks the records as they are, so that
/// nothing a pack can say is left out: constructs are matched by name, and what is neither is compared by its text.
/// </summary>
public static class PackDifference
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(string), typeof(bool), typeof(int), typeof(long), typeof(decimal), typeof(DateOnly), typeof(Core.Calendars.Period),
        typeof(Core.Calendars.MonthDay), typeof(Label), typeof(Source),
    ];

    /// <summary>One sentence each, in the order of the pack's parts; empty where the two say the same.</summary>
    public static IReadOnlyList<Label> Of(Pack was, Pack now)
    {
        var lines = new List<Label>();
        Walk(was, now, [], lines);
        Keyed(was.MarkLabels, now.MarkLabels, [new Label("日期名称", "name of a date")], lines);
        Listed([.. was.Rosters], [.. now.Rosters], [new Label("名录", "roster")], lines);
        return lines;
    }

    /// <summary>What a record is made of: what its constructor takes, but for a pack's own revision.</summary>
    internal static IEnumerable<PropertyInfo> PartsOf(Type type) =>
        type.GetConstructors().Where(c => c.GetParameters() is not [var only] || only.ParameterType != type).OrderByDescending(c => c.GetParameters().Length)
            .Take(1).SelectMany(c => c.GetParameters()).Select(p => type.GetProperty(p.Name!)!).Where(p => p.PropertyType != typeof(PackRevision));

    internal static bool IsPlain(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var t && (t.IsEnum || Plain.Contains(t) || typeof(ITuple).IsAssignableFrom(t));

    /// <summary>The name that tells a construct from its neighbours; null for what has none.</summary>
    internal static string? NameOf(object value) => value switch
    {
        TransitionRule t => t.Word,
        CriterionRule c => $"{c.Group}/{c.Name}",
        ClauseRule c => c.Article,
        ItemRule i => i.Key,
        StageRule or ProcedureRule or DutyRule or FieldRule or OptionalAct or StandingRule or FundRule or IndicatorRule or RosterRule or RosterCount =>
            (string)value.GetType().GetProperty("Name")!.GetValue(value)!,
        _ => null,
    };

    private static void Walk(object was, object now, ImmutableArray<Label> path, List<Label> lines)
    {
        if (was.GetType() != now.GetType())
        {
            Changed(path, Words.Text(was), Words.Text(now), lines);
            return;
        }

        foreach (var part in PartsOf(was.GetType()))
        {
            Part(part.GetValue(was), part.GetValue(now), part, path, lines);
        }
    }

    private static void Part(object? was, object? now, PropertyInfo part, ImmutableArray<Label> path, List<Label> lines)
    {
        var here = path.Add(Words.Of(part));
        switch (was, now)
        {
            case (null, null):
                break;
            case (null, _) or (_, null):
                Changed(here, Words.Text(was), Words.Text(now), lines);
                break;
            case (IDictionary a, IDictionary b):
                Keyed(a, b, here, lines);
                break;
            case (IEnumerable a, IEnumerable b) when was is not string:
                Listed([.. a.Cast<object>()], [.. b.Cast<object>()], here, lines);
                break;
            case var _ when IsPlain(was.GetType()):
                if (!was.Equals(now))
                {
                    Changed(here, Words.Text(was), Words.Text(now), lines);
                }

                break;
            default:
                Walk(was, now, here, lines);
                break;
        }
    }

    private static void Keyed(IDictionary was, IDictionary now, ImmutableArray<Label> path, List<Label> lines) => Matched(
        was.Keys.Cast<string>().ToDictionary(k => k, k => was[k]!), now.Keys.Cast<string>().ToDictionary(k => k, k => now[k]!), path, lines);

    private static void Listed(List<object> was, List<object> now, ImmutableArray<Label> path, List<Label> lines)
    {
        if (was.Concat(now).All(v => NameOf(v) is not null))
        {
            Matched(Numbered(was), Numbered(now), path, lines);
        }
        else if (Words.Text(was) is var a && Words.Text(now) is var b && a != b)
        {
            Changed(path, a, b, lines);
        }
    }

    // What has the same name as another before it (two clauses of one article) is told apart by its place.
    private static Dictionary<string, object> Numbered(List<object> values) => values.GroupBy(v => NameOf(v)!)
        .SelectMany(g => g.Select((v, i) => (Name: i == 0 ? g.Key : $"{g.Key}#{i + 1}", Value: v))).ToDictionary(n => n.Name, n => n.Value);

    private static void Matched(Dictionary<string, object> was, Dictionary<string, object> now, ImmutableArray<Label> path, List<Label> lines)
    {
        foreach (var (name, old) in was)
        {
            var here = path.SetItem(path.Length - 1, Words.Named(path[^1], name, old));
            if (!now.TryGetValue(name, out var @new))
            {
                lines.Add(Words.Sentence(here, "删去。", "removed."));
            }
            else if (IsPlain(old.GetType()))
            {
                if (!old.Equals(@new))
                {
                    Changed(here, Words.Text(old), Words.Text(@new), lines);
                }
            }
            else if (old is IEnumerable a and not string && @new is IEnumerable b)
            {
                Listed([.. a.Cast<object>()], [.. b.Cast<object>()], here, lines);
            }
            else
            {
                Walk(old, @new, here, lines);
            }
        }

        foreach (var (name, added) in now.Where(n => !was.ContainsKey(n.Key)))
        {
            lines.Add(Words.Sentence(path.SetItem(path.Length - 1, Words.Named(path[^1], name, added)), "新增。", "added."));
        }
    }

    private static void Changed(ImmutableArray<Label> path, Label was, Label now, List<Label> lines) => lines.Add(
        Words.Sentence(path, $"由“{was.Zh}”改为“{now.Zh}”。", $"\"{was.En}\" became \"{now.En}\"."));
}
