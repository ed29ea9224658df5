using System.Collections.Immutable;
using System.Globalization;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Simulation;

/// <summary>Reads a script as strictly as a pack: an unknown key, a wrong date or a stranger's name is a problem with its line.</summary>
public sealed class ScriptReader
{
    private static readonly string[] Verbs = ["open", "fill", "do", "seat", "score", "object", "until", "expect", "expect-refusal"];

    private readonly Dictionary<string, Actor> _parties = new(StringComparer.Ordinal) { ["public"] = Actor.Anonymous };
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly CaseId _first;

    private ScriptReader(CaseId first) => _first = first;

    /// <summary>Null, with problems on the list, where the text is no script.</summary>
    public static Script? Read(string text, string file, ProblemList problems)
    {
        if (YamlDocumentReader.Read(text, file, problems) is not { } root || !root.MustBeMap())
        {
            return null;
        }

        var start = Instant(root.Required("start"));
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
            : new Script(start.Value, reader._parties.ToImmutableSortedDictionary(StringComparer.Ordinal), reader._codes.ToImmutableSortedDictionary(StringComparer.Ordinal), [.. steps.OfType<ScriptStep>()]);
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
                return Instant(node.Required("until")) is { } until ? new ScriptStep.Until(node.Line, until) : null;
            case "expect":
                return node.RequiredMap("expect") is { } expect ? Expect(expect) : null;
            case "expect-refusal":
                return new ScriptStep.ExpectRefusal(node.Line, node.RequiredText("expect-refusal") ?? "");
        }

        var at = node.Optional("at") is { } when ? Instant(when) : null;
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
                node.OptionalText("region")),
            "fill" => new ScriptStep.Fill(node.Line, at, actor, id, Values(node.RequiredMap("fill"))),
            "seat" => new ScriptStep.Seat(node.Line, at, actor, id, [.. node.RequiredList("seat").Select(n => Party(n, n.Text).Party ?? default)]),
            "score" => new ScriptStep.Score(
                node.Line, at, actor, id, node.OptionalText("entry") is { } subject ? new CaseId(subject) : id, Scores(node.Required("score"))),
            _ => new ScriptStep.Do(
                node.Line, at, actor, id, node.RequiredText("do") ?? "", node.OptionalText("procedure"), Values(node.OptionalMap("inputs")),
                Names(node, "files"), Names(node, "attest"), node.OptionalText("reason")),
        };
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
