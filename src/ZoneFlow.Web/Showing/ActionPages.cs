using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds the page of one action, and the list of a task's actions, for whoever is at work.</summary>
public sealed class ActionPages(
    Frames frames, Parties parties, CasePages casePages, Dossiers dossiers, FieldOptions options, PlanFields planFields, LookUps lookUps, Desk desk)
{
    /// <param name="typed">What was posted before a refusal.</param>
    public async Task<ActionPageModel> OfAsync(HttpContext http, AtWork at, Offer offer, Typed typed, Refusal? refused)
    {
        var (transition, procedure) = (offer.Transition, offer.Procedure);
        var people = new People(parties, http.RequestAborted);
        var toAttest = Offers.ToAttest(at.Pack, at.State, offer, at.Actor).ToList();
        var answers = toAttest.Count > 0 && at.MaySee(View.Answers)
            ? await lookUps.AnswersAsync(at.State.Id, http.RequestAborted)
            : LookedUp.Nothing.Answers;
        var rule = offer.Opens ?? at.Pack.Procedure(procedure!.Name);
        return new ActionPageModel(
            await frames.OfAsync(http), at.Paths.Action(offer.Action, procedure), at.Tokens(desk), await people.PersonAsync(at.Actor), at.Head(),
            procedure is null ? rule.Label : ProcedureNames.Of(at.Pack, at.State, procedure), offer.Stage?.Label, procedure is null ? null : at.Due(procedure), offer.Label, Explanations.Of(at.Pack, at.State, rule, offer),
            transition.Source ?? offer.Stage?.Source ?? rule.Source, await SlotsAsync(at, offer, people, http.RequestAborted),
            await InputsAsync(at, offer, typed, http.RequestAborted), CriterionLines.Of(at.Pack, at.State, toAttest, answers),
            typed.All("attest").ToHashSet(StringComparer.Ordinal), transition.Finding, new ReasonEntry(transition.ReasonRequired, typed.One("reason") ?? ""),
            transition.SecondFactor, at.Link is not null,
            procedure is not null && at.MaySee(View.Documents) ? await casePages.DocumentsAsync(at, people, procedure.Id, http.RequestAborted) : [],
            at.Paths.Root, refused);
    }

    public async Task<ActionListModel> ListAsync(HttpContext http, AtWork at, Procedure procedure)
    {
        var people = new People(parties, http.RequestAborted);
        var rule = at.Pack.Procedure(procedure.Name);
        return new ActionListModel(
            await frames.OfAsync(http), await people.PersonAsync(at.Actor), at.Head(), ProcedureNames.Of(at.Pack, at.State, procedure),
            rule.Stage(procedure.Stage).Label, at.Due(procedure), OfferLines.Of(at), at.MaySee(View.Documents) ? await casePages.DocumentsAsync(at, people, null, http.RequestAborted) : [], CasePages.FormHref(at));
    }

    private async Task<IReadOnlyList<FieldEntry>> InputsAsync(AtWork at, Offer offer, Typed typed, CancellationToken cancellationToken)
    {
        var (fields, inputs) = (new List<FieldEntry>(), typed.Under("input."));
        foreach (var rule in offer.Transition.Ask)
        {
            if (await planFields.OfAsync(at, offer, rule, inputs, cancellationToken) is { } entry)
            {
                fields.Add(entry);
                continue;
            }

            var choices = await options.OfAsync(rule.Type, at.Pack, at.State, cancellationToken);
            fields.Add(typed.Values.Count == 0
                ? FieldEntry.Of(rule, $"input.{rule.Name}", options: choices)
                : TypedFields.Of(rule, $"input.{rule.Name}", choices, inputs));
        }

        return fields;
    }

    private async Task<IReadOnlyList<SlotEntry>> SlotsAsync(AtWork at, Offer offer, People people, CancellationToken cancellationToken)
    {
        var slots = new List<SlotEntry>();
        var filed = await dossiers.DocumentsAsync(at.State.Id, cancellationToken);
        var deletions = await dossiers.DeletedAsync(at.State.Id, cancellationToken);
        foreach (var slot in FileForms.Slots(at.Pack, offer))
        {
            var rule = at.Pack.Documents[slot];
            var latest = filed.LastOrDefault(d => d.Row.Document.Slot == slot);
            DocumentLine? line = null;
            if (latest.Row is { } row && at.MaySee(View.Documents))
            {
                var by = row.By is { } party ? await people.NameAsync(party) : null;
                line = Views.Document(at.Pack, at.State.Id, row, latest.Name, by, true, deletions.GetValueOrDefault(row.Document.Content));
                line = line with { Href = line.Deleted is null ? at.Paths.Document(row.Document) : null };
            }

            var onThisVisit = offer.Procedure?.HasFiledOnThisVisit(slot) == true;
            slots.Add(new SlotEntry(slot, rule.Label, offer.Transition.Needs.Contains(slot), rule.Source, onThisVisit ? line : null, onThisVisit ? null : line));
        }

        return slots;
    }
}
