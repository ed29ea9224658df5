using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Narrating;

/// <summary>What the pack calls things. A name that it does not know stands for itself.</summary>
internal sealed class Words(Pack? pack)
{
    public Label Procedure(string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        var (name, key) = slash < 0 ? (id, "") : (id[..slash], id[(slash + 1)..]);
        var label = Rule(name)?.Label ?? Plain(name);
        return key.Length > 0 && char.IsAsciiDigit(key[0]) && key != "1" ? Keyed(label, key) : label;
    }

    // The round of one item is told by both: 2021-1.t08.
    private Label Keyed(Label label, string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var item = dot < 0 ? null : Item(key[(dot + 1)..]);
        return item is null
            ? new($"{label.Zh}（{key}）", $"{En(label)} ({key})")
            : new($"{label.Zh}（{key[..dot]}，{item.Zh}）", $"{En(label)} ({key[..dot]}, {En(item)})");
    }

    public Label Item(string key) => key.Length == 0 ? new("建设方案", "The plan") : pack?.Item(key)?.Label ?? Plain(key);

    public Label Unit(string key) => pack?.Units.GetValueOrDefault(key)?.Label ?? Plain(key);

    public Label Fund(string name) => pack?.Funds.FirstOrDefault(f => f.Name == name)?.Label ?? Plain(name);

    public (Label Label, string Unit) Indicator(string item, string name) =>
        pack?.Item(item)?.Indicator(name) is { } rule ? (rule.Label, rule.Unit ?? "") : (Plain(name), "");

    public Label Instrument(string item, string name) => pack?.Item(item)?.Instruments.FirstOrDefault(i => i.Name == name)?.Label ?? Plain(name);

    /// <summary>An amount of a plan's funds, as the action that enters it asks for it.</summary>
    public Label Amount(string name) => pack?.Procedures
        .SelectMany(p => p.Stages.SelectMany(s => s.Transitions).Concat(p.Anywhere)).SelectMany(t => t.Ask).FirstOrDefault(f => f.Name == name)?.Label ?? Plain(name);

    public Label Stage(string procedure, string stage) => StageRule(procedure, stage)?.Label ?? Plain(stage);

    public Label Action(string? procedure, string? stage, string action)
    {
        if (procedure is null || stage is null)
        {
            return pack?.Procedures.FirstOrDefault(p => p.OpenedBy?.Action == action)?.OpenedBy?.Act.Label ?? Plain(action);
        }

        var rule = StageRule(procedure, stage);
        return rule?.Transitions.FirstOrDefault(t => t.Word == action)?.Label
            ?? rule?.OptionalActs.FirstOrDefault(o => o.Name == action)?.Label
            ?? Rule(NameOf(procedure))?.Anywhere.FirstOrDefault(t => t.Word == action)?.Label
            ?? Plain(action);
    }

    /// <summary>What an official chose about: an optional act, an action with a finding, or one of its inputs.</summary>
    public Label Question(string procedure, string question)
    {
        var stages = Rule(NameOf(procedure))?.Stages ?? [];
        return stages.SelectMany(s => s.Transitions).SelectMany(t => t.Ask).FirstOrDefault(f => f.Name == question)?.Label
            ?? stages.SelectMany(s => s.Transitions).FirstOrDefault(t => t.Word == question)?.Label
            ?? stages.SelectMany(s => s.OptionalActs).FirstOrDefault(o => o.Name == question)?.Label
            ?? pack?.Criteria.FirstOrDefault(c => c.Name == question)?.Label
            ?? Plain(question);
    }

    public Label Role(string? role) => role is null ? Plain("") : pack?.Roles.GetValueOrDefault(role)?.Label ?? Plain(role);

    public Label Document(string slot) => pack?.Documents.GetValueOrDefault(slot)?.Label ?? Plain(slot);

    /// <summary>Documents quoted as slot and version.</summary>
    public Label Papers(IEnumerable<string> papers)
    {
        var all = papers.Select(p => p.Split('/')).Select(p => (Label: Document(p[0]), Version: p[^1])).ToList();
        return new(
            string.Concat(all.Select(p => $"《{p.Label.Zh}》第{p.Version}版")), string.Join(", ", all.Select(p => $"\"{En(p.Label)}\" version {p.Version}")));
    }

    public Label Field(string name) => pack?.Form.FirstOrDefault(f => f.Name == name)?.Label
        ?? pack?.Procedures.SelectMany(p => p.Stages).SelectMany(s => s.Transitions).SelectMany(t => t.Ask).FirstOrDefault(f => f.Name == name)?.Label
        ?? Plain(name);

    public Label Mark(string name) => pack?.MarkLabels.GetValueOrDefault(name) ?? pack?.Marks.GetValueOrDefault(name)?.Label ?? Plain(name);

    public Label Standing(string name) =>
        pack?.Cases.Values.SelectMany(c => c.Standings).FirstOrDefault(s => s.Name == name)?.Label ?? Plain(name);

    public Label Flag(string name) =>
        pack?.Cases.Values.Select(c => c.Flags.GetValueOrDefault(name)).FirstOrDefault(l => l is not null) ?? Plain(name);

    public Label ItemState(string name) =>
        pack?.Cases.Values.Select(c => c.ItemStates.GetValueOrDefault(name)).FirstOrDefault(l => l is not null) ?? Plain(name);

    public Label Criterion(string name) => pack?.Criteria.FirstOrDefault(c => c.Name == name)?.Label ?? Plain(name);

    public Label Roster(string name) => pack?.Roster(name)?.Label ?? Plain(name);

    public Label Kind(string name) => pack?.Cases.GetValueOrDefault(name)?.Label ?? Plain(name);

    public Label Outcome(string name) => pack?.Outcomes.GetValueOrDefault(name)?.Label ?? Plain(name);

    public Label Ban(string name) => pack?.Bans.GetValueOrDefault(name)?.Label ?? Plain(name);

    /// <param name="values">What the letter's placeholders stood for when it was issued.</param>
    public Label Letter(string name, ImmutableSortedDictionary<string, string> values) => pack?.Letters.GetValueOrDefault(name)?.Title is { } title
        ? values.Aggregate(new Label(title.Zh, En(title)), (t, v) => new Label(
            t.Zh.Replace($"{{{v.Key}}}", v.Value, StringComparison.Ordinal), t.En?.Replace($"{{{v.Key}}}", v.Value, StringComparison.Ordinal)))
        : Plain(name);

    /// <summary>A duty and its period, from <c>annual-report/2027</c>.</summary>
    public Label Occurrence(string id)
    {
        var duty = pack?.Duties.FirstOrDefault(d => d.Name == NameOf(id));
        var label = duty?.Label ?? Plain(NameOf(id));
        var key = id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return char.IsAsciiDigit(key[0]) ? new($"{label.Zh}（{key}）", $"{En(label)} ({key})") : label;
    }

    /// <summary>A deadline, from <c>duty/period</c> or <c>procedure/key/stage/visit</c>.</summary>
    public Label Deadline(string id)
    {
        var parts = id.Split('/');
        return parts.Length == 4 ? Stage(parts[0], parts[2]) : Occurrence(id);
    }

    /// <summary>The word a message goes by, where some stage of the pack waits for it.</summary>
    public Label Message(string say) => pack?.Procedures
        .SelectMany(p => p.Stages.SelectMany(s => s.Transitions).Concat(p.Anywhere))
        .FirstOrDefault(t => t.On is Trigger.Message m && m.Say == say)?.Label ?? Plain(say);

    public static string En(Label label) => label.En ?? label.Zh;

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", null);

    /// <summary>A choice as people say it: a period, or two with a dash between, in words; anything else as it is.</summary>
    public static Label Spoken(string choice)
    {
        var parts = choice.Split('—').Select(p => Period.TryParse(p, out var period, out _) ? Length(period) : Plain(p)).ToList();
        return new(string.Join('—', parts.Select(p => p.Zh)), string.Join(" to ", parts.Select(p => p.En)));
    }

    private static Label Length(Period period) => period.Unit switch
    {
        PeriodUnit.Days => new($"{period.Count}日", $"{period.Count} days"),
        PeriodUnit.WorkingDays => new($"{period.Count}个工作日", $"{period.Count} working days"),
        PeriodUnit.Months => new($"{period.Count}个月", $"{period.Count} months"),
        _ => new($"{period.Count}年", $"{period.Count} years"),
    };

    private static Label Plain(string name) => new(name, name);
    private static string NameOf(string id) => id.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? id[..slash] : id;

    private ProcedureRule? Rule(string name) => pack?.Procedures.FirstOrDefault(p => p.Name == name);

    private StageRule? StageRule(string procedure, string stage) => Rule(NameOf(procedure))?.Stages.FirstOrDefault(s => s.Name == stage);
}
