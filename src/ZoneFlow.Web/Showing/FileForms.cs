using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Filing a document without acting: the slots that the stages at hand ask this reader for, and the free ones.</summary>
internal static class FileForms
{
    public static FileForm? Of(AtWork at, Desk desk, Refusal? refused)
    {
        var targets = at.Offers().Where(o => o.Procedure is not null)
            .SelectMany(o => Slots(at.Pack, o).Select(slot => (Procedure: o.Procedure!, Slot: slot))).DistinctBy(t => (t.Procedure.Id, t.Slot))
            .Select(t => new Option(
                $"{t.Procedure.Id}|{t.Slot}|{t.Procedure.Visit}", at.Pack.Documents[t.Slot].Label, ProcedureNames.Of(at.Pack, at.State, t.Procedure))).ToList();
        return targets.Count > 0 ? new FileForm($"{Views.CaseHref(at.State.Id)}/documents", at.Tokens(desk), targets, refused) : null;
    }

    /// <summary>The slots that an action takes: those it needs, and the free ones.</summary>
    public static IEnumerable<string> Slots(Pack pack, Offer offer) =>
        offer.Transition.Needs.Concat(pack.Documents.Values.Where(d => d.Free).Select(d => d.Slot)).Distinct();

    /// <summary>Whether the stage that a procedure is in asks this reader for a document.</summary>
    public static bool Takes(AtWork at, Procedure procedure, string slot) =>
        at.Offers().Any(o => o.Procedure?.Id == procedure.Id && o.Transition.Needs.Contains(slot));

    /// <summary>What a form names: procedure, slot, and the visit it was shown for.</summary>
    public static (string Procedure, string Slot, int Visit)? Target(CaseState state, string? posted) => posted?.Split('|') switch
    {
        [var procedure, var slot, var visit] when int.TryParse(visit, out var n) => (procedure, slot, n),
        [var procedure, var slot] when state.Procedure(procedure) is { } running => (procedure, slot, running.Visit),
        _ => null,
    };
}
