using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Imports;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Rosters;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds the page of a roster, and keeps what a table brought until somebody files it.</summary>
public sealed class RosterPages(Frames frames, ICaseStore store, Parties parties, Desk desk)
{
    private const int Page = 50;
    private const int MostRows = 100;
    private const int MostFiled = 10;

    public static string Href(CaseId id, RosterRule rule) => $"{Views.CaseHref(id)}/rosters/{rule.Name}";

    /// <summary>The rosters of a case, as links; none for whoever may not see them.</summary>
    public static IReadOnlyList<(Label Title, string Href)> Links(AtWork at) => at.Link is null && at.MaySee(View.Answers)
        ? [.. at.Pack.Rosters.Where(r => r.Case == at.State.Kind).Select(r => (r.Label, Href(at.State.Id, r)))]
        : [];

    // The core says who may file and when: filing nobody is refused by the same rules, and by name where it would be heard.
    public async Task<bool> MayFileAsync(AtWork at, RosterRule rule, CancellationToken cancellationToken) =>
        await desk.RefusalOfAsync(at.State.Id, at.Now, at.Actor, new SignalBody.FileRoster(rule.Name, []), cancellationToken) is { Rule: "roster-wrong" };

    public async Task<RosterPageModel> OfAsync(HttpContext http, AtWork at, RosterRule rule, ImmutableArray<RosterRow>? rows, Refusal? refused)
    {
        var (people, cancellationToken) = (new People(parties, http.RequestAborted), http.RequestAborted);
        var lines = RosterRows.Lines(await store.RowsAsync(at.State.Id, RowKinds.Roster, cancellationToken), rule.Name).ToList();
        var book = RosterBook.Of(lines);
        var counts = RosterTally.Over(rule, book.Members, at.Today)[0].Counts;
        var mayFile = await MayFileAsync(at, rule, cancellationToken);
        var filed = new List<FiledLine>();
        foreach (var line in lines.AsEnumerable().Reverse().Take(MostFiled))
        {
            filed.Add(new FiledLine(line.At, line.By is { } by ? await people.NameAsync(by) : "", Narration.Of(at.Pack, new Change.RosterFiled(line.Roster, line.Members))));
        }

        return new RosterPageModel(
            await frames.OfAsync(http), at.Head() with { Href = Views.CaseHref(at.State.Id) }, rule.Label, rule.Source.ToString(), Href(at.State.Id, rule),
            [.. rule.Counts.Select(c => new RosterNumber(at.Pack.Form.FirstOrDefault(f => f.Name == c.Name)?.Label ?? new Label(c.Name), counts[c.Name].ToString("#,0.####", CultureInfo.InvariantCulture)))],
            Watched(at, rule), [.. rule.Columns.Select(c => c.Label)], Part(http, at, rule, book), filed, mayFile ? at.Tokens(desk) : null,
            rows is { } read ? Reading(read, book, at.Today) : null, mayFile ? await WaitingAsync(at.State.Id, rule, cancellationToken) : null, refused);
    }

    /// <summary>Keeps the good rows of a table until they are filed or another table is read.</summary>
    public Task KeepAsync(CaseId id, RosterRule rule, IEnumerable<RosterMember> members, CancellationToken cancellationToken) =>
        store.PutRowAsync(id, new CaseRow(RowKinds.WaitingRoster, rule.Name, JsonSerializer.Serialize([.. members], CaseJson.Stored.ImmutableArrayRosterMember)), cancellationToken);

    /// <summary>What waits, by the digest that its page named; empty where something else waits by now.</summary>
    public async Task<ImmutableArray<RosterMember>> TakeAsync(CaseId id, RosterRule rule, string? digest, CancellationToken cancellationToken) =>
        await JsonAsync(id, rule, cancellationToken) is { } json && Digest(json) == digest ? JsonSerializer.Deserialize(json, CaseJson.Stored.ImmutableArrayRosterMember) : [];

    private static string Digest(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    private async Task<RosterWaiting?> WaitingAsync(CaseId id, RosterRule rule, CancellationToken cancellationToken) =>
        await JsonAsync(id, rule, cancellationToken) is { } json && JsonSerializer.Deserialize(json, CaseJson.Stored.ImmutableArrayRosterMember) is { IsDefaultOrEmpty: false } members
            ? new RosterWaiting(members.Length, Digest(json))
            : null;

    private async Task<string?> JsonAsync(CaseId id, RosterRule rule, CancellationToken cancellationToken) =>
        (await store.RowsAsync(id, RowKinds.WaitingRoster, cancellationToken)).FirstOrDefault(r => r.Key == rule.Name)?.Json;

    private static IReadOnlyList<WatchedLine> Watched(AtWork at, RosterRule rule)
    {
        if (rule.Watch is not { } watch || !at.State.Rosters.TryGetValue(rule.Name, out var standing))
        {
            return [];
        }

        return
        [
            .. at.Pack.Criteria.Where(c => watch.Criteria.Contains(c.Name)).Select(c => new WatchedLine(
                c.Label, c.Source.ToString(), !standing.Now.Unmet.Contains(c.Name), standing.Now.Unmet.Contains(c.Name) ? standing.Now.On : null,
                standing.Now.Unmet.Contains(c.Name) ? null : standing.Coming.FirstOrDefault(d => d.Unmet.Contains(c.Name))?.On)),
        ];
    }

    private static RosterPart Part(HttpContext http, AtWork at, RosterRule rule, RosterBook book)
    {
        var (all, after, href) = (http.Request.Query.ContainsKey("all"), $"{http.Request.Query["after"]}", Href(at.State.Id, rule));
        var members = book.Members.Where(m => all || m.CountsOn(at.Today)).ToList();
        var shown = members.SkipWhile(m => after.Length > 0 && string.CompareOrdinal($"{m.Code}{m.From:yyyyMMdd}", after) <= 0).Take(Page).ToList();
        return new RosterPart(
            [.. shown.Select(m => new MemberLine(m.Code, m.Name, m.From, m.Until, m.CountsOn(at.Today), [.. rule.Columns.Select(c => RosterImport.Text(m.Values.GetValueOrDefault(c.Name)))]))],
            members.Count, all, all ? href : $"{href}?all", shown.Count == Page && shown[^1] != members[^1] ? $"{href}?{(all ? "all&" : "")}after={shown[^1].Code}{shown[^1].From:yyyyMMdd}" : null);
    }

    private static RosterReading Reading(ImmutableArray<RosterRow> rows, RosterBook book, DateOnly today)
    {
        var looked = rows.Where(r => r.Kind is not (RosterRowKind.Same or RosterRowKind.Repeated)).OrderBy(r => r.Kind).ToList();
        var named = rows.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        return new RosterReading(
            rows.GroupBy(r => r.Kind).ToDictionary(g => g.Key, g => g.Count()), [.. looked.Take(MostRows)], Math.Max(0, looked.Count - MostRows),
            book.Members.Count(m => m.CountsOn(today) && !named.Contains(m.Code)));
    }
}
