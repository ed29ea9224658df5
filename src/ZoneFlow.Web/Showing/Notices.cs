using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Pages.Public;

namespace ZoneFlow.Web.Showing;

/// <summary>Public notices as lists show them, open or closed by the system's own clock.</summary>
public sealed class Notices(Registers registers, Cases cases, Rulebooks rulebooks, TimeProvider time)
{
    // A notice whose printed day has passed may still run on, where a later calendar has moved its end.
    private const int MostDaysMoved = 31;

    /// <summary>The notices that a case published or that list it, running and closed.</summary>
    public async Task<(IReadOnlyList<NoticeCard> Running, IReadOnlyList<NoticeCard> Closed)> OfCaseAsync(CaseId id, CancellationToken cancellationToken) =>
        await CardsAsync(await registers.NoticesOfAsync(id, cancellationToken), cancellationToken);

    /// <summary>A page of all notices, the latest first, and the sort key it goes on after; null where it does not.</summary>
    public async Task<(IReadOnlyList<NoticeCard> Running, IReadOnlyList<NoticeCard> Closed, string? After)> PageAsync(
        string? after, int most, CancellationToken cancellationToken)
    {
        var (rows, next) = await registers.NoticesAsync(after, most, cancellationToken);
        var (running, closed) = await CardsAsync(rows, cancellationToken);
        return (running, closed, next);
    }

    private async Task<(IReadOnlyList<NoticeCard> Running, IReadOnlyList<NoticeCard> Closed)> CardsAsync(IEnumerable<NoticeRow> rows, CancellationToken cancellationToken)
    {
        var (running, closed) = (new List<NoticeCard>(), new List<NoticeCard>());
        var today = CivilDate.Of(time.GetUtcNow());
        foreach (var row in rows)
        {
            var last = await LastAsync(row, today, cancellationToken);
            var isOpen = today <= last;
            (isOpen ? running : closed).Add(new NoticeCard(
                NumberOf(row), row.Title, row.Issuer, row.From, last, isOpen ? Views.DaysLeft(rulebooks.Calendar, today, last) : null, row.Entries.Length,
                HrefOf(row)));
        }

        return (running, closed);
    }

    /// <summary>The notices that a procedure has published, the first first.</summary>
    public async Task<IReadOnlyList<NoticeRow>> OfProcedureAsync(CaseId id, string procedure, CancellationToken cancellationToken) =>
        [.. (await registers.NoticesOfAsync(id, cancellationToken)).Where(n => n.Case == id && n.Procedure == procedure).OrderBy(n => n.Visit)];

    /// <summary>The last day: as printed, or later where the running stage's own date is.</summary>
    public static DateOnly LastOf(NoticeRow row, CaseState state) =>
        state.Procedure(row.Procedure) is { Due: { } due } procedure && procedure.Visit == row.Visit && due.Last > row.Last ? due.Last : row.Last;

    /// <summary>The index number (索引号): the day it went up, and a part that follows from what it is.</summary>
    public static string NumberOf(NoticeRow row)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{row.Case}|{row.Procedure}|{row.Visit}"));
        return string.Create(CultureInfo.InvariantCulture, $"GS-{row.From:yyyyMMdd}-{Convert.ToHexString(digest.AsSpan(0, 3))}");
    }

    public static string HrefOf(NoticeRow row)
    {
        var procedure = string.Join('/', row.Procedure.Split('/').Select(Uri.EscapeDataString));
        return $"/notices/{Uri.EscapeDataString(row.Case.Value)}/{procedure}/{row.Visit.ToString(CultureInfo.InvariantCulture)}";
    }

    private async Task<DateOnly> LastAsync(NoticeRow row, DateOnly today, CancellationToken cancellationToken) =>
        today <= row.Last || today > row.Last.AddDays(MostDaysMoved) || await cases.FindAsync(row.Case, cancellationToken) is not var (state, _)
            ? row.Last
            : LastOf(row, state);
}
