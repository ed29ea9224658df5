using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.WorkedCases;

/// <summary><c>cases:</c> <c>{case, article, given, with, when, then, rows}</c>: a script with gaps, and rows that fill them.</summary>
internal sealed class CaseReader(ImmutableArray<YamlEntry> parties, ImmutableSortedDictionary<string, YamlNode> chapters, ProblemList problems)
{
    private static readonly string[] Plain = ["standing", "flags"];
    private static readonly string[] Keyed = ["stages", "due", "marks", "duties", "reminded", "missed", "filed-late", "closed", "items", "bans"];

    public IEnumerable<WorkedCase> Read(YamlNode node)
    {
        if (!node.MustBeMap())
        {
            return [];
        }

        var name = node.RequiredText("case") ?? "";
        _ = node.OptionalText("article");
        var given = node.Optional("given");
        var with = node.OptionalMap("with");
        var when = node.OptionalList("when");
        var then = node.Required("then");
        var rows = node.OptionalList("rows");
        node.RefuseUnknownKeys();
        if (then is null)
        {
            return [];
        }

        return rows.IsEmpty
            ? [.. One(node, name, [], given, with, when, then)]
            : [.. rows.Where(r => r.MustBeMap()).SelectMany(r => One(r, $"{name} {string.Join(' ', r.Entries.Select(e => Shown(e.Value)))}", r.Entries, given, with, when, then))];
    }

    private IEnumerable<WorkedCase> One(
        YamlNode at, string name, ImmutableArray<YamlEntry> row, YamlNode? given, YamlNode? with, ImmutableArray<YamlNode> when, YamlNode then)
    {
        var own = new ProblemList();
        var used = new HashSet<string>(StringComparer.Ordinal);
        var columns = (with?.Entries ?? []).Concat(row).GroupBy(e => e.Key, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal);
        var outline = new Outline(columns, own, used);
        var steps = (given is null ? [] : given.IsList ? given.Items : [given])
            .SelectMany(g => Chapter(g, outline, [])).Concat(when.SelectMany(s => Steps(s, outline, []))).ToList();
        var said = outline.Fill(then);
        var facts = (said.IsList ? said.Items : [said]).Where(s => s.MustBeMap()).SelectMany(s => Facts(s, steps)).ToImmutableArray();
        foreach (var idle in columns.Keys.Where(c => !used.Contains(c)))
        {
            own.Add(at, $"The column '{idle}' is given and used nowhere.");
        }

        var parts = Parts(at, steps, own);
        foreach (var problem in own.Items)
        {
            problems.Add(problem.File, problem.Line, problem.Message);
        }

        return own.Count == 0 ? [new WorkedCase(at.File, at.Line, name.Trim(), parts, facts)] : [];
    }

    /// <summary>A chapter's steps; <c>given</c> may say <c>designated</c> or <c>{chapter: designated, with: {…}}</c>.</summary>
    private IEnumerable<YamlNode> Chapter(YamlNode at, Outline outline, ImmutableArray<string> within)
    {
        if (at.IsMap)
        {
            return Steps(at, outline, within);
        }

        if (!chapters.TryGetValue(at.Text, out var chapter) || within.Contains(at.Text))
        {
            at.Report(within.Contains(at.Text)
                ? $"The chapter '{at.Text}' leads back to itself."
                : $"There is no chapter '{at.Text}'; there are: {string.Join(", ", chapters.Keys)}.");
            return [];
        }

        return chapter.Items.SelectMany(s => Steps(s, outline, within.Add(at.Text)));
    }

    private IEnumerable<YamlNode> Steps(YamlNode step, Outline outline, ImmutableArray<string> within)
    {
        if (!step.Has("chapter"))
        {
            return [outline.Fill(step)];
        }

        var (name, with) = (step.Required("chapter")!, step.OptionalMap("with"));
        step.RefuseUnknownKeys();
        return Chapter(name, outline.With(with), within);
    }

    private static ImmutableArray<WorkedCase.Fact> Facts(YamlNode node, List<YamlNode> steps)
    {
        var about = new CaseId(node.OptionalText("case") ?? CaseKinds.Zone);
        if (node.Optional("refused") is { } refused && refused.MustBeText() && refused.Text != "no")
        {
            steps.Add(Refusal(refused, node));
        }

        ImmutableArray<WorkedCase.Fact> facts =
        [
            .. from what in Plain
               let value = node.Optional(what)
               where value is not null
               select new WorkedCase.Fact(about, what, "", Shown(value)),
            .. from what in Keyed
               from entry in node.OptionalMap(what)?.Entries ?? []
               select new WorkedCase.Fact(about, what, entry.Key, Shown(entry.Value)),
        ];
        node.RefuseUnknownKeys();
        return facts;
    }

    private static YamlNode Refusal(YamlNode rule, YamlNode at)
    {
        var list = new ProblemList();
        return new YamlNode(at.File, rule.Line, at.Path, list, [new YamlEntry("expect-refusal", rule, rule)]);
    }

    /// <summary>The steps as scripts, one for each run of steps of one file.</summary>
    private ImmutableArray<(string File, Script Script)> Parts(YamlNode at, List<YamlNode> steps, ProblemList own)
    {
        var parts = ImmutableArray.CreateBuilder<(string, Script)>();
        var start = steps.FirstOrDefault()?.Optional("at");
        if (start is null)
        {
            own.Add(at, "The first step of a case needs 'at:', the day it begins on.");
            return [];
        }

        var nobody = new Outline(ImmutableSortedDictionary<string, YamlNode>.Empty, own, []);
        var people = new YamlNode(at.File, at.Line, "parties", own, parties.Select(p => p with { Value = nobody.Fill(p.Value) }).ToImmutableArray());
        for (var i = 0; i < steps.Count;)
        {
            var file = steps[i].File;
            var run = steps.Skip(i).TakeWhile(s => s.File == file).ToImmutableArray();
            i += run.Length;
            var root = new YamlNode(file, at.Line, "", own, ImmutableArray.Create(
                Entry("start", start), Entry("parties", people), Entry("steps", new YamlNode(file, at.Line, "steps", own, run))));
            if (ScriptReader.Read(root, own) is { } script)
            {
                parts.Add((file, script));
            }
        }

        return parts.ToImmutable();
    }

    private static YamlEntry Entry(string key, YamlNode value) => new(key, value, value);

    private static string Shown(YamlNode value) => value.IsList ? string.Join(", ", value.Items.Select(i => i.Text)) : value.Text;
}
