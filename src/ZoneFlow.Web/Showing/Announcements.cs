using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Public;

namespace ZoneFlow.Web.Showing;

/// <summary>Published documents as lists show them.</summary>
public sealed class Announcements(Registers registers, Dossiers dossiers)
{
    public async Task<IReadOnlyList<AnnouncementLine>> LatestAsync(int most, CancellationToken cancellationToken) =>
        await LinesAsync(await registers.AnnouncementsAsync(most, cancellationToken), cancellationToken);

    /// <summary>Those of one case.</summary>
    public async Task<IReadOnlyList<AnnouncementLine>> OfCaseAsync(CaseId id, CancellationToken cancellationToken) =>
        await LinesAsync(await registers.AnnouncementsOfAsync(id, cancellationToken), cancellationToken);

    /// <summary>A page of them, the latest first, and the sort key it goes on after; null where it does not.</summary>
    public async Task<(IReadOnlyList<AnnouncementLine> Lines, string? After)> PageAsync(string? after, int most, CancellationToken cancellationToken)
    {
        var (rows, next) = await registers.AnnouncementsAsync(after, most, cancellationToken);
        return (await LinesAsync(rows, cancellationToken), next);
    }

    private async Task<IReadOnlyList<AnnouncementLine>> LinesAsync(IEnumerable<AnnouncementRow> rows, CancellationToken cancellationToken)
    {
        var lines = new List<AnnouncementLine>();
        foreach (var row in await registers.ShownAsync(rows, cancellationToken))
        {
            var texts = await dossiers.TextsAsync(row.Case, cancellationToken);
            var file = row.Document;
            var document = new DocumentLine(
                new Label(row.Label), file.Version, Dossiers.Text(texts, file.Name) ?? row.Label, file.Size, file.Content, null, CivilDate.StartOf(row.On),
                Views.PublishedHref(row.Case, file), false);
            lines.Add(new AnnouncementLine(row.Label, row.CaseTitle, row.Number, row.Issuer, row.On, document));
        }

        return lines;
    }
}
