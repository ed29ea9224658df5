using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Showing;

/// <summary>What a panel scores: the case itself, or its items of one state.</summary>
internal static class Subjects
{
    public const string Overall = "overall";

    public static IReadOnlyList<(string Key, string Title)> Of(CaseState state, PanelRule panel) => panel.OverItems is { } items
        ? [.. state.Items.Where(i => i.State == items).Select(i => (i.Key, i.Title))]
        : [(state.Id.Value, state.Title)];

    public static string TitleOf(CaseState state, string key) => state.Item(key)?.Title ?? (key == state.Id.Value ? state.Title : key);

    /// <summary>The criteria of the score sheet; one score overall where it has none.</summary>
    public static IReadOnlyList<string> Sheet(PanelRule panel) => panel.Weights.IsEmpty ? [Overall] : [.. panel.Weights.Keys];

    /// <summary>What a criterion of a procedure's score sheet is called.</summary>
    public static Label Label(Pack pack, string procedure, string criterion) => criterion == Overall
        ? new Label("总分", "Score")
        : pack.Procedure(procedure.Split('/')[0]).Stages.OfType<StageRule.Panel>().Select(s => s.Rule.SheetLabels.GetValueOrDefault(criterion))
            .FirstOrDefault(l => l is not null) ?? new Label(criterion);

    /// <summary>The name a score is posted under.</summary>
    public static string PostName(string subject, string criterion) => criterion == Overall ? $"score.{subject}" : $"score.{subject}.{criterion}";

    public static (Procedure Procedure, StageRule.Panel Stage)? Panel(AtWork at, string procedureId) =>
        at.State.Procedure(procedureId) is { } procedure && at.Pack.Procedure(procedure.Name).Stage(procedure.Stage) is StageRule.Panel stage
            ? (procedure, stage)
            : null;
}
