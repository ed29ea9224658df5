using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Showing;

/// <summary>Fields with what was typed into them, right or wrong, exactly as it came.</summary>
internal static class TypedFields
{
    /// <param name="typed">By the field's own name.</param>
    public static FieldEntry Of(FieldRule rule, string postName, IReadOnlyList<Option> options, Typed typed)
    {
        IReadOnlyList<string> texts = typed.Values.TryGetValue(rule.Name, out var all) ? [.. all] : [];
        return rule.Type switch
        {
            FieldType.Span => new FieldEntry(rule, postName, options, [texts.Count > 0 ? texts[0] : "", typed.One(rule.Name + ".unit") ?? "mo"], []),
            FieldType.Table table => new FieldEntry(rule, postName, options, [], Rows(table, typed.Under(rule.Name + "."))),
            FieldType.Plan => new FieldEntry(rule, postName, options, [], Rows(PlanTable.Columns, typed.Under(rule.Name + "."))),
            FieldType.Indicators => new FieldEntry(
                rule, postName, options, [], [.. typed.Under(rule.Name + ".").Values.Select(v => (IReadOnlyList<string>)[v.Key, v.Value.IsEmpty ? "" : v.Value[0]])]),
            _ => new FieldEntry(rule, postName, options, texts, []),
        };
    }

    private static IReadOnlyList<IReadOnlyList<string>> Rows(FieldType.Table table, Typed cells) =>
    [
        .. cells.Values.Keys.Select(k => k.Split('.')[0]).Distinct().OrderBy(r => int.TryParse(r, out var n) ? n : int.MaxValue)
            .Select(r => (IReadOnlyList<string>)[.. table.Columns.Select(c => cells.One($"{r}.{c.Name}") ?? "")])
            .Where(r => r.Any(c => c.Length > 0)),
    ];
}
