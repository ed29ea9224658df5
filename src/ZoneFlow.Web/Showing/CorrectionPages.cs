using System.Globalization;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds the page on which the deciding office puts a date, a standing or a ban right.</summary>
public sealed class CorrectionPages(Frames frames, Desk desk)
{
    public const string OfMark = "mark.";
    public const string OfStanding = "standing.";
    public const string OfBan = "ban.";

    /// <summary>Who may correct is decided by the core; the page is for those who decide on the case.</summary>
    public static bool IsFor(AtWork at) => at.Link is null && May.RelationOf(at.Pack, at.State, at.Actor) == Relation.Authority;

    public static string HrefOf(CaseId id) => $"{Views.CaseHref(id)}/correction";

    public async Task<CorrectionModel> OfAsync(HttpContext http, AtWork at, Typed typed, Refusal? refused)
    {
        var given = at.State.Marks.Where(m => !at.Pack.Marks.ContainsKey(m.Key)).OrderBy(m => m.Value.Date).ToList();
        var rule = at.Pack.Cases[at.State.Kind];
        var bans = at.State.Bans.Select((b, i) => new BanLine(
            i + 1, at.Pack.Bans.TryGetValue(b.Ban, out var known) ? known.Label : new Label(b.Ban), b.Subject, b.Scope, b.First, b.Last, b.Article, b.Lifted)).ToList();
        string Text(string name) => typed.One(name) ?? "";
        return new CorrectionModel(
            await frames.OfAsync(http), HrefOf(at.State.Id), at.Tokens(desk), at.Head(),
            [.. given.Select(m => new MarkLine(DeadlineWords.Mark(at.Pack, m.Key), m.Value.Date, null))],
            [
                .. given.Select(m => new Option(OfMark + m.Key, new Label($"日期：{DeadlineWords.Mark(at.Pack, m.Key).Zh}", $"Date: {DeadlineWords.Mark(at.Pack, m.Key).En}"))),
                .. rule.Standings.Where(s => s.Name != at.State.Standing)
                    .Select(s => new Option(OfStanding + s.Name, new Label($"状态更正为：{s.Label.Zh}", $"Standing: {s.Label.En}"))),
                .. bans.Where(b => !b.Lifted).Select(b => new Option(
                    $"{OfBan}{b.Number.ToString(CultureInfo.InvariantCulture)}", new Label($"第{b.Number}项{b.Label.Zh}：{b.Subject}", $"Ban no. {b.Number}"))),
            ],
            [.. at.Pack.Documents.Values.Select(d => new Option(d.Slot, d.Label))], Text("what"), Text("date"), Text("slot"), Text("reason"),
            Views.CaseHref(at.State.Id), refused)
        {
            Bans = bans,
            Subject = Text("subject"),
            First = Text("first"),
            Last = Text("last"),
            Lift = typed.One("lift") is not null,
        };
    }
}
