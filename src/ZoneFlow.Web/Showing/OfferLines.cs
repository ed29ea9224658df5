using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>What a reader may do on a case, as links to the pages where it is done.</summary>
internal static class OfferLines
{
    public static IReadOnlyList<OfferLine> Of(AtWork at) =>
    [
        .. at.State.Procedures.Where(p => at.Link is null || p.Id == at.Link.Procedure).SelectMany(p => OfPanel(at, p)),
        .. at.Offers().Select(o => new OfferLine(
            o.Label, o.Procedure is { } p ? Where(at, p) : o.Opens?.Label, o.Procedure is null, o.Transition.SecondFactor,
            at.Paths.Action(o.Action, o.Procedure)) { About = About(at, o.Procedure) }),
        .. at.State.Procedures.Where(p => at.Link is null || p.Id == at.Link.Procedure).Where(p => StageHolders.AsHeldBy(at.Pack, at.State, p, at.Actor) is not null)
            .Select(p => new OfferLine(new Label("转办", "Hand over"), Where(at, p), false, false, at.Paths.HandOver(p)) { Aside = true, About = About(at, p) }),
    ];

    private static IEnumerable<OfferLine> OfPanel(AtWork at, Procedure procedure)
    {
        if (Subjects.Panel(at, procedure.Id) is not var (_, stage))
        {
            yield break;
        }

        var where = Where(at, procedure);
        if (procedure.Seats.Any(s => !s.Recused && s.Expert == at.Actor.Party))
        {
            yield return new OfferLine(new Label("评分", "Score"), where, false, false, at.Paths.Panel(procedure, "scores"));
            yield return new OfferLine(new Label("申请回避", "Step back"), where, false, false, at.Paths.Panel(procedure, "recusal"));
        }

        if (Seats(at, procedure, stage))
        {
            yield return new OfferLine(new Label("聘请专家", "Name the experts"), where, false, false, at.Paths.Panel(procedure, "seats"));
        }
    }

    /// <summary>Whether the reader names the panel's experts; the core decides again when they are named.</summary>
    public static bool Seats(AtWork at, Procedure procedure, StageRule.Panel stage) =>
        at.Actor.Roles.Any(r => r.Role == stage.Rule.SeatedBy)
        && Core.Cases.Offers.IsHeldBy(at.Pack, at.State, procedure with { Seats = [] }, at.Actor);

    private static Label? About(AtWork at, Procedure? procedure) => procedure is null ? null : ProcedureNames.About(at.Pack, at.State, procedure);

    // A link's page is about one stage, which its heading names.
    private static Label? Where(AtWork at, Procedure procedure)
    {
        if (at.Link is not null)
        {
            return null;
        }

        var rule = at.Pack.Procedure(procedure.Name);
        var stage = rule.Stage(procedure.Stage).Label;
        return new Label($"{rule.Label.Zh}：{stage.Zh}", $"{rule.Label.En ?? rule.Label.Zh}: {stage.En ?? stage.Zh}");
    }
}
