using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds the application form with what is saved, or with what was typed where that was refused.</summary>
public sealed class FormPages(Frames frames, Dossiers dossiers, Histories histories, FieldOptions options, LookUps lookUps, Desk desk)
{
    public async Task<FormPageModel> OfAsync(HttpContext http, AtWork at, Typed? typed, Refusal? refused, bool justSaved)
    {
        var answers = await lookUps.AnswersAsync(at.State.Id, http.RequestAborted);
        var saved = (await histories.ReadAsync(at.State.Id, http.RequestAborted)).LastOrDefault(e => e.Entry.Changes.Any(c => c is Change.AnswersSaved)).Entry;
        return new FormPageModel(
            await frames.OfAsync(http), at.Head(), $"{Views.CaseHref(at.State.Id)}/form", at.Tokens(desk), await IsOpenAsync(at, http.RequestAborted),
            await SectionsAsync(at, answers, typed, http.RequestAborted), CriterionLines.Of(at.Pack, at.State, at.Pack.Criteria, answers), saved?.At,
            justSaved && refused is null, SubmitHref(at), refused)
        {
            Rosters = RosterPages.Links(at),
            Prints = at.Link is null && at.Pack.Sheet is not null && answers.Count > 0,
            TakesScan = at.Pack.Sheet is { } sheet && answers.Count > 0 && at.State.Procedures.Any(p => FileForms.Takes(at, p, sheet.Document)),
        };
    }

    /// <summary>The page of the action that hands the form in, or brings it back corrected; null while there is none.</summary>
    public static string? SubmitHref(AtWork at) =>
        at.Offers().FirstOrDefault(o => o.Procedure is not null && (o.Transition.Meets.Length > 0 || LeadsBack(o))) is { } offer
            ? at.Paths.Action(offer.Action, offer.Procedure)
            : null;

    // A joint correction goes back once all have signed it.
    private static bool LeadsBack(Offer offer) => offer.Transition.To is Destination.Back
        || (offer.Transition.Each && offer.Stage!.Transitions.Any(t => t is { On: Trigger.AllSigned, To: Destination.Back }));

    // The core says who may write and when: saving nothing is refused by the same rule.
    private async Task<bool> IsOpenAsync(AtWork at, CancellationToken cancellationToken) => await desk.RefusalOfAsync(
        at.State.Id, at.Now, at.Actor, new SignalBody.SaveAnswers(ImmutableSortedDictionary<string, FieldValue>.Empty), cancellationToken) is null;

    private async Task<IReadOnlyList<FieldSection>> SectionsAsync(
        AtWork at, ImmutableSortedDictionary<string, FieldValue> answers, Typed? typed, CancellationToken cancellationToken)
    {
        var texts = await dossiers.TextsAsync(at.State.Id, cancellationToken);
        var sections = new List<FieldSection>();
        foreach (var section in at.Pack.Form.GroupBy(f => f.Section ?? ""))
        {
            var fields = new List<FieldEntry>();
            foreach (var rule in section)
            {
                var choices = await options.OfAsync(rule.Type, at.Pack, at.State, cancellationToken);
                var value = answers.GetValueOrDefault(rule.Name);
                var kept = value is FieldValue.Private secret ? Dossiers.Text(texts, secret.Value) : null;
                fields.Add(typed is null ? FieldEntry.Of(rule, rule.Name, value, choices, kept) : TypedFields.Of(rule, rule.Name, choices, typed));
            }

            sections.Add(new FieldSection(section.Key.Length > 0 ? section.Key : "基本信息", $"s{sections.Count + 1}", fields));
        }

        return sections;
    }
}
