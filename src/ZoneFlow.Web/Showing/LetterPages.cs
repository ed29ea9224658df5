using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Effects;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Work;
using ZoneFlow.Web.Papers;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds a letter's page in the dossier, and the list of letters and of those that may be drawn up.</summary>
public sealed class LetterPages(Frames frames, LetterPapersOfCases papers, LetterText texts, Desk desk, SealService seals)
{
    private static readonly Dictionary<string, Label> Correctable = new(StringComparer.Ordinal)
    {
        ["dated"] = new("落款日期", "Date on it"),
        ["date"] = new("日期", "Date"),
        ["due"] = new("截止日期", "Due"),
        ["period"] = new("期限", "Period"),
        ["article"] = new("依据条款", "Article"),
        ["zone"] = new("集聚区名称", "Name of the zone"),
        ["item"] = new("任务", "Task"),
    };

    public static string Href(CaseId id, string key) => $"{Views.CaseHref(id)}/letters/{Uri.EscapeDataString(key)}";

    public async Task<LetterPageModel?> OfAsync(HttpContext http, AtWork at, string key, Typed typed, Refusal? refused)
    {
        var all = await papers.AllAsync(at.State.Id, http.RequestAborted);
        if (all.FirstOrDefault(l => l.Key == key) is not { } letter || !at.Pack.Letters.TryGetValue(letter.Row.Template, out var rule))
        {
            return null;
        }

        var paper = await papers.PaperAsync(at.Pack, at.State, letter, letter.Paper?.Number, http.RequestAborted);
        var (title, body) = await texts.RenderAsync(
            at.Pack, at.State, letter.Row.Template, letter.Row.Values, letter.Row.Reason, CivilDate.Of(letter.Row.At), http.RequestAborted);
        var mayAct = at.Link is null && letter.SupersededBy is null && await MayActAsync(at, letter, http.RequestAborted);
        return new LetterPageModel(await frames.OfAsync(http), paper, title, Paragraphs(body.En), CivilDate.Of(letter.Row.At), at.Head(), Href(at.State.Id, key))
        {
            Kept = letter.Paper is { } kept ? new KeptLetter(kept.Number, CivilDate.Of(kept.At), kept.Page.Content, kept.Docx.Content, kept.Pack, kept.TemplateRevision) : null,
            SealedBy = letter.Sealed?.Service,
            Supersedes = letter.Row.Supersedes is { } first ? Href(at.State.Id, first) : null,
            SupersededBy = letter.SupersededBy is { } next ? Href(at.State.Id, next) : null,
            MayNumber = mayAct && letter.Paper is null,
            MaySeal = mayAct && letter is { Paper: not null, Sealed: null } && seals.Seal is not null,
            HasNumber = rule.Format != LetterFormat.Certificate,
            Corrections = mayAct
                ? [.. rule.Placeholders.Where(p => Correctable.ContainsKey(p)).Select(p => new LetterCorrection(p, Correctable[p], typed.One($"value.{p}") ?? letter.Row.Values.GetValueOrDefault(p, "")))]
                : [],
            SaysWhy = rule.Placeholders.Contains("reason"),
            TypedNumber = typed.One("number") ?? "",
            Tokens = at.Tokens(desk),
            Refused = refused,
        };
    }

    /// <summary>The letters issued, latest first.</summary>
    public async Task<IReadOnlyList<LetterLine>> LinesAsync(AtWork at, CancellationToken cancellationToken)
    {
        var lines = new List<LetterLine>();
        foreach (var letter in (await papers.AllAsync(at.State.Id, cancellationToken)).Reverse().Where(l => at.Pack.Letters.ContainsKey(l.Row.Template)))
        {
            lines.Add(new LetterLine(
                await papers.TitleAsync(at.Pack, at.State, letter, cancellationToken), CivilDate.Of(letter.Row.At), Href(at.State.Id, letter.Key), letter.Paper?.Number,
                letter.SupersededBy is not null));
        }

        return lines;
    }

    /// <summary>The letters that somebody may draw up now: the core says which.</summary>
    public async Task<IReadOnlyList<LetterOffer>> OffersAsync(AtWork at, CancellationToken cancellationToken)
    {
        var offers = new List<LetterOffer>();
        foreach (var letter in at.Link is null ? at.Pack.Letters.Values.Where(l => l.Demand is not null) : [])
        {
            foreach (var procedure in letter.Demand!.Overdue ? at.State.Procedures.Select(p => (string?)p.Id) : [null])
            {
                if (await desk.RefusalOfAsync(at.State.Id, at.Now, at.Actor, new SignalBody.DrawLetter(letter.Name, procedure), cancellationToken) is null)
                {
                    var about = procedure is null ? null : at.Pack.Procedure(at.State.Procedure(procedure)!.Name).Label;
                    offers.Add(new LetterOffer(letter.Name, procedure, Plain(letter.Title, at.State.Title), about));
                }
            }
        }

        return offers;
    }

    private static Label Plain(Label title, string zone) =>
        new(title.Zh.Replace("{zone}", zone, StringComparison.Ordinal), title.En?.Replace("{zone}", zone, StringComparison.Ordinal));

    // Whoever may seal a letter may number and correct it: the core is asked with a question that only its state can refuse.
    private async Task<bool> MayActAsync(AtWork at, IssuedLetter letter, CancellationToken cancellationToken) =>
        (await desk.RefusalOfAsync(
            at.State.Id, at.Now, at.Actor, new SignalBody.CorrectLetter(letter.Key, ImmutableSortedDictionary<string, string>.Empty, null), cancellationToken))?.Rule is null or "nothing-corrected";

    private static string[] Paragraphs(string? text) =>
        text?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
