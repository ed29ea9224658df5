using System.Collections.Immutable;
using System.Globalization;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Simulation;

/// <summary>Reads a script as strictly as a pack: an unknown key, a wrong date or a stranger's name is a problem with its line.</summary>
public sealed class ScriptReader
{
    private static readonly string[] Verbs = ["open", "adopt", "correct", "fill", "roster", "do", "seat", "score", "object", "until", "wait", "by-chance", "expect", "expect-refusal"];

    private readonly Dictionary<string, Actor> _parties = new(StringComparer.Ordinal) { ["public"] = Actor.Anonymous };
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly CaseId _first;

    private ScriptReader(CaseId first) => _first = first;

    /// <summary>Null, with problems on the list, where the text is no script.</summary>
    public static Script? Read(string text, string file, ProblemList problems) =>
        YamlDocumentReader.Read(text, file, problems) is { } root ? Read(root, problems) : null;

    internal static Script? Read(YamlNode root, ProblemList problems)
    {
        if (!root.MustBeMap())
        {
            return null;
        }

        var start = Instant(root.Required("start"));
        var seed = Seed(root.Optional("seed"));
        var reader = new ScriptReader(new CaseId(root.OptionalText("case") ?? CaseKinds.Zone));
        foreach (var entry in root.RequiredMap("parties")?.Entries ?? [])
        {
            reader._parties[entry.Key] = Cast.Of(entry.Key, entry.Value.RequiredText("role") ?? "", entry.Value.OptionalText("region"));
            if (entry.Value.OptionalText("code") is { } code)
            {
                reader._codes[entry.Key] = code;
            }

            entry.Value.RefuseUnknownKeys();
        }

        ImmutableArray<ScriptStep?> steps = [.. root.RequiredList("steps").Select(reader.Step)];
        root.RefuseUnknownKeys();
        return problems.Count > 0 || start is null
            ? null
            : new Script(
                start.Value, seed, reader._parties.ToImmutableSortedDictionary(StringComparer.Ordinal), reader._codes.ToImmutableSortedDictionary(StringComparer.Ordinal),
                [.. steps.OfType<ScriptStep>()]);
    }

    private ScriptStep? Step(YamlNode node)
    {
        var verbs = Verbs.Where(node.Has).ToList();
        if (verbs.Count != 1)
        {
            node.Report($"A step says one of: {string.Join(", ", Verbs)}.");
            return null;
        }

        var step = Step(node, verbs[0]);
        node.RefuseUnknownKeys();
        return step;
    }

    private ScriptStep? Step(YamlNode node, string verb)
    {
        switch (verb)
        {
            case "until":
                return Instant(node.Required("until")) is { } until ? new ScriptStep.Until(node.Line, new ScriptWhen.At(until)) : null;
            case "wait":
                return Lengths(node.Required("wait")) is { } wait ? new ScriptStep.Until(node.Line, wait) : null;
            case "by-chance":
                return Instant(node.Required("by-chance")) is { } end
                    ? new ScriptStep.ByChance(node.Line, end, Pace(node), Names(node, "except") ?? [])
                    : null;
            case "expect":
                return node.RequiredMap("expect") is { } expect ? Expect(expect) : null;
            case "expect-refusal":
                return new ScriptStep.ExpectRefusal(node.Line, node.RequiredText("expect-refusal") ?? "");
        }

        var at = When(node);
        var id = node.OptionalText("case") is { } named ? new CaseId(named) : _first;
        if (verb == "object")
        {
            return new ScriptStep.Object(
                node.Line, at, id, new CaseId(node.RequiredText("entry") ?? ""), node.RequiredText("object") ?? "", node.OptionalText("name"));
        }

        var actor = Party(node, node.RequiredText("actor"));
        return verb switch
        {
            "open" => new ScriptStep.Open(
                node.Line, at, actor, node.RequiredText("open") ?? "", id, node.OptionalText("number") ?? id.Value, node.RequiredText("title") ?? "",
                node.OptionalText("region"), [.. node.OptionalList("with").Select(n => Party(n, n.Text))]),
            "adopt" => new ScriptStep.Adopt(
                node.Line, at, actor, node.RequiredText("adopt") ?? "", id, node.OptionalText("number") ?? id.Value, node.RequiredText("title") ?? "",
                node.OptionalText("region"), [.. node.OptionalList("with").Select(n => Party(n, n.Text))], node.RequiredText("standing") ?? "",
                Texts(node, "marks"), node.RequiredText("paper") ?? "", Names(node, "settled") ?? []),
            "correct" => new ScriptStep.Correct(
                node.Line, at, actor, id, node.RequiredText("correct") ?? "", node.RequiredText("to") ?? "", node.RequiredText("paper") ?? "",
                node.RequiredText("reason") ?? ""),
            "fill" => new ScriptStep.Fill(node.Line, at, actor, id, Values(node.RequiredMap("fill"))),
            "roster" => new ScriptStep.Roster(
                node.Line, at, actor, id, node.RequiredText("roster") ?? "",
                [.. node.RequiredList("members").Where(n => n.MustBeMap()).Select(n => n.Entries.ToImmutableSortedDictionary(e => e.Key, e => e.Value.Text, StringComparer.Ordinal))]),
            "seat" => new ScriptStep.Seat(node.Line, at, actor, id, [.. node.RequiredList("seat").Select(n => Party(n, n.Text).Party ?? default)]),
            "score" => new ScriptStep.Score(
                node.Line, at, actor, id, node.OptionalText("entry") is { } subject ? new CaseId(subject) : id, Scores(node.Required("score"))),
            _ => new ScriptStep.Do(
                node.Line, at, actor, id, Actions(node), node.OptionalText("procedure"), Values(node.OptionalMap("inputs")),
                Names(node, "files"), Names(node, "attest"), node.OptionalText("reason")),
        };
    }

    private static ScriptWhen? When(YamlNode node)
    {
        var (at, after) = (node.Optional("at"), node.Optional("after"));
        if (at is not null && after is not null)
        {
            node.Report("A step says either 'at' or 'after', not both.");
        }

        return after is not null ? Lengths(after) : Instant(at) is { } instant ? new ScriptWhen.At(instant) : null;
    }

    private static ScriptWhen.After Pace(YamlNode node) =>
        (node.Optional("pace") is { } pace ? Lengths(pace) : null)
        ?? new ScriptWhen.After(new Period(1, PeriodUnit.Days), new Period(30, PeriodUnit.Days));

    // One length of time, or two of one unit between which the seed draws: 5wd, 1wd..10wd.
    private static ScriptWhen.After? Lengths(YamlNode? node)
    {
        if (node is null)
        {
            return null;
        }

        var ends = node.Text.Split("..");
        if (ends.Length > 2 || !Period.TryParse(ends[0], out var least, out _) || !Period.TryParse(ends[^1], out var most, out _)
            || least.Unit != most.Unit || least.Count > most.Count)
        {
            node.Report($"'{node.Text}' is no length of time; write 3d, 5wd or 2mo, or two of one unit to draw between: 1wd..10wd.");
            return null;
        }

        return new ScriptWhen.After(least, most);
    }

    private static ImmutableArray<string> Actions(YamlNode node) => node.Required("do") switch
    {
        { IsList: true, Items.IsEmpty: false } list => [.. list.Items.Where(i => i.MustBeText()).Select(i => i.Text)],
        { } one when one.MustBeText() => [one.Text],
        _ => [""],
    };

    private static int Seed(YamlNode? node)
    {
        if (node is not null && !int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            node.Report("A seed is a whole number from 0.");
        }

        return node is not null && int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : 0;
    }

    private ScriptStep.Expect Expect(YamlNode node)
    {
        var expect = new ScriptStep.Expect(
            node.Line, node.OptionalText("case") is { } named ? new CaseId(named) : _first, node.OptionalText("standing"), Names(node, "flags"),
            Texts(node, "stages"), Texts(node, "due"), Texts(node, "marks"));
        node.RefuseUnknownKeys();
        return expect;
    }

    private Actor Party(YamlNode at, string? name)
    {
        if (name is not null && _parties.TryGetValue(name, out var actor))
        {
            return actor;
        }

        at.Report($"There is no party '{name}'; there are: {string.Join(", ", _parties.Keys)}.");
        return Actor.Anonymous;
    }

    // "all" is what the action asks for, as leaving the key out is.
    private static ImmutableArray<string>? Names(YamlNode node, string key) => node.Optional(key) switch
    {
        null => null,
        { IsScalar: true, Text: "all" } => null,
        { IsList: true } list => [.. list.Items.Where(i => i.MustBeText()).Select(i => i.Text)],
        var other => Refuse(other, "a list or 'all'"),
    };

    private static ImmutableArray<string>? Refuse(YamlNode node, string shape)
    {
        node.Report($"This must be {shape}.");
        return null;
    }

    private static ImmutableSortedDictionary<string, string> Texts(YamlNode node, string key) =>
        (node.OptionalMap(key)?.Entries ?? []).Where(e => e.Value.MustBeText())
            .ToImmutableSortedDictionary(e => e.Key, e => e.Value.Text, StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Values(YamlNode? node) =>
        (node?.Entries ?? []).ToImmutableSortedDictionary(
            e => e.Key,
            e => e.Value.IsList ? [.. e.Value.Items.Select(i => i.Text)] : ImmutableArray.Create(e.Value.Text),
            StringComparer.Ordinal);

    // One number for a panel without a sheet; else a number for each criterion of it.
    private static ImmutableSortedDictionary<string, decimal> Scores(YamlNode? node) => node is { IsMap: true }
        ? node.Entries.ToImmutableSortedDictionary(e => e.Key, e => Points(e.Value), StringComparer.Ordinal)
        : ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal).Add("overall", Points(node));

    private static decimal Points(YamlNode? node)
    {
        if (node is not null && !decimal.TryParse(node.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out _))
        {
            node.Report("A score is a number.");
        }

        return node is not null && decimal.TryParse(node.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var points) ? points : 0;
    }

    // A date means ten in the morning; a time is China's.
    private static DateTimeOffset? Instant(YamlNode? node)
    {
        if (node is null)
        {
            return null;
        }

        string[] forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];
        if (!DateTime.TryParseExact(node.Text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            node.Report($"'{node.Text}' is no date or time; write 2025-05-06 or 2025-05-06T10:00.");
            return null;
        }

        return new DateTimeOffset(node.Text.Length == 10 ? time.AddHours(10) : time, TimeSpan.FromHours(8)).ToUniversalTime();
    }
}
