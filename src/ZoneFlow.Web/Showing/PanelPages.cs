using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds the pages of a panel: naming its experts, scoring, stepping back.</summary>
public sealed class PanelPages(Frames frames, Parties parties, CasePages casePages, ConfidentialLines confidential, Dossiers dossiers, Desk desk)
{
    public async Task<SeatPageModel> SeatsAsync(HttpContext http, AtWork at, Procedure procedure, StageRule.Panel stage, Typed typed, Refusal? refused)
    {
        var experts = (await parties.HoldersAsync(stage.Rule.Of, null, http.RequestAborted)).Select(h => new Option(h.Party.Value, new Label(h.Name), SeatNote(procedure, h.Party)));
        var seated = procedure.Seats.Where(s => !s.Recused).Select(s => s.Expert.Value);
        return new SeatPageModel(
            await frames.OfAsync(http), at.Paths.Panel(procedure, "seats"), at.Tokens(desk), at.Head(), stage.Label, stage.Rule.FewestSeats, stage.Rule.MostSeats,
            stage.Rule.PresetSeats, stage.Rule.Source, [.. experts], seated.Concat(typed.All("expert")).ToHashSet(StringComparer.Ordinal), refused);
    }

    public async Task<ScorePageModel> ScoresAsync(HttpContext http, AtWork at, Procedure procedure, StageRule.Panel stage, Typed typed, Refusal? refused)
    {
        var people = new People(parties, http.RequestAborted);
        var texts = await dossiers.TextsAsync(at.State.Id, http.RequestAborted);
        var own = (await confidential.ScoreRowsAsync(at.State.Id, http.RequestAborted))
            .Where(r => r.Procedure == procedure.Id && r.Expert == at.Actor.Party).ToDictionary(r => r.Subject);
        var subjects = Subjects.Of(at.State, stage.Rule).Select(s =>
        {
            var row = own.GetValueOrDefault(s.Key);
            var scores = Subjects.Sheet(stage.Rule).Select(criterion => new ScoreEntry(
                Subjects.PostName(s.Key, criterion), Subjects.Label(at.Pack, procedure.Id, criterion), stage.Rule.Weights.TryGetValue(criterion, out var weight) ? weight : null,
                typed.One(Subjects.PostName(s.Key, criterion))
                    ?? (row?.Scores.TryGetValue(criterion, out var given) == true ? new FieldValue.Number(given).ToString() : "")));
            return new ScoreSubject(
                s.Key, s.Title, null, [.. scores], typed.One($"opinion.{s.Key}") ?? Dossiers.Text(texts, row?.Opinion) ?? "", row?.At);
        });
        return new ScorePageModel(
            await frames.OfAsync(http), at.Paths.Panel(procedure, "scores"), at.Tokens(desk), await people.PersonAsync(at.Actor), at.Head(), stage.Label,
            at.Due(procedure), stage.Rule.LowestScore, stage.Rule.HighestScore, [.. subjects],
            at.MaySee(View.Documents) ? await casePages.DocumentsAsync(at, people, null, http.RequestAborted) : [], CasePages.FormHref(at),
            at.Paths.Panel(procedure, "recusal"), refused);
    }

    public async Task<RecusePageModel> RecusalAsync(HttpContext http, AtWork at, Procedure procedure, StageRule.Panel stage, Typed typed, Refusal? refused) => new(
        await frames.OfAsync(http), at.Paths.Panel(procedure, "recusal"), at.Tokens(desk), await new People(parties, http.RequestAborted).PersonAsync(at.Actor),
        at.Head(), stage.Label, typed.One("reason") ?? "", at.Paths.Root, refused);

    private static Label? SeatNote(Procedure procedure, PartyId expert) => procedure.Seats.FirstOrDefault(s => s.Expert == expert) switch
    {
        { Recused: true } => new Label("已回避", "Stepped back"),
        { } => new Label("已聘请", "Named already"),
        null => null,
    };
}
