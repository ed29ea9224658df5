using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Linting.Model;

/// <summary>Looks names up in what the pack declares.</summary>
internal sealed class NameBook(PackMap map)
{
    private readonly Pack _pack = map.Pack;

    public NameUse Role(string path, string name) => new(path, "role", name, _pack.Roles.ContainsKey(name));

    /// <summary>A role, whoever opened the procedure, or in a correction whoever sent the file back.</summary>
    public NameUse Actor(string path, ProcedureRule procedure, StageRule? stage, string name) => name switch
    {
        ActorRule.Opener => new(path, "role", name, procedure.OpenedBy is not null || map.KindOf(procedure)?.OpensWith == procedure.Name),
        ActorRule.Returner => new(path, "role", name, stage?.Pauses == true),
        _ => Role(path, name),
    };

    /// <summary>Whom a ban can name: a role's party, or the case itself.</summary>
    public NameUse Subject(string path, string name) => _pack.Cases.ContainsKey(name) ? Case(path, name) : Role(path, name);

    public NameUse Document(string path, string name) => new(path, "document", name, _pack.Documents.ContainsKey(name));

    /// <summary>A group of criteria; <c>indicators</c> are the values that the action itself asks for.</summary>
    public NameUse CriteriaGroup(string path, string name) => new(path, "criteria-group", name, name == "indicators" || _pack.Criteria.Any(c => c.Group == name));

    public NameUse Field(string path, string name) => new(path, "field", name, _pack.Form.Any(f => f.Name == name));

    /// <summary>A field of the form, or an input of the action itself.</summary>
    public NameUse InputOrField(string path, Site site, string name) =>
        new(path, "field", name, site.Asks.Contains(name) || _pack.Form.Any(f => f.Name == name));

    public NameUse Unit(string path, string name) => new(path, "unit", name, _pack.Units.ContainsKey(name));

    public NameUse Ban(string path, string name) => new(path, "ban", name, _pack.Bans.ContainsKey(name));

    public NameUse Outcome(string path, string name) => new(path, "outcome", name, _pack.Outcomes.ContainsKey(name));

    public NameUse Letter(string path, string name) => new(path, "letter", name, _pack.Letters.ContainsKey(name));

    public NameUse Procedure(string path, string name) => new(path, "procedure", name, map.Procedure(name) is not null);

    public NameUse Case(string path, string name) => new(path, "case", name, _pack.Cases.ContainsKey(name));

    public static NameUse Stage(string path, ProcedureRule procedure, string name) =>
        new(path, "stage", $"{procedure.Name}.{name}", procedure.Stages.Any(s => s.Name == name));

    public NameUse Standing(string path, string kind, string name) =>
        new(path, "standing", name, _pack.Cases.GetValueOrDefault(kind)?.Standings.Any(s => s.Name == name) == true);

    public NameUse Flag(string path, string kind, string name) =>
        new(path, "flag", name, _pack.Cases.GetValueOrDefault(kind)?.Flags.ContainsKey(name) == true);

    public NameUse ItemState(string path, string kind, string name) =>
        new(path, "item-state", name, _pack.Cases.GetValueOrDefault(kind)?.ItemStates.ContainsKey(name) == true);

    /// <summary>A link carries the name of the kind of case it leads to, and something must tie it.</summary>
    public NameUse Link(string path, string kind, string name) =>
        new(path, "link", name, _pack.Cases.ContainsKey(name) && (_pack.Cases.GetValueOrDefault(kind)?.JoinsRound == true
            || map.Steps.Any(s => s.Site.Procedure.Case == kind && s.Step is Step.Join join && join.Link == name)));

    /// <summary>An action as <c>procedure.action</c>, or by its own name where one is enough.</summary>
    public NameUse Action(string path, string name) =>
        new(path, "action", name, map.Sites.Any(s => s.Rule.On is Trigger.Action && (s.Name == name || s.Rule.Word == name)));

    public NameUse MarkOrField(string path, string name) =>
        new(path, "mark", name, _pack.Marks.ContainsKey(name) || _pack.Form.Any(f => f.Name == name)
            || map.Sites.Any(s => s.Asks.Contains(name) || s.Rule.Do.OfType<Step.SetMark>().Any(m => m.Mark == name)));
}
