using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Calendars;

/// <summary>The calendar revisions an installation knows, and the region whose own days off it counts, if any.</summary>
/// <param name="Revisions">Those that ship and those that were loaded; no id stands twice.</param>
/// <param name="Region">Null counts no region's own days off.</param>
public sealed record CalendarShelf(ImmutableArray<CalendarRevision> Revisions, string? Region = null)
{
    public WorkingCalendar Calendar() => WorkingCalendar.Of(Revisions, null, Region);

    /// <summary>The regions that have days off of their own here, switched on or not.</summary>
    public IEnumerable<string> Regions => Revisions.Select(r => r.Region).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    /// <summary>The revisions of a file that are not here yet, in the order they were published.</summary>
    public ImmutableArray<CalendarRevision> New(IEnumerable<CalendarRevision> read) =>
        [.. read.Where(r => !Revisions.Any(k => k.Id == r.Id)).OrderBy(r => r.Published).ThenBy(r => r.Id, StringComparer.Ordinal)];

    public CalendarShelf With(IEnumerable<CalendarRevision> added) => this with { Revisions = [.. Revisions, .. added] };

    /// <summary>What stands against adding a file's revisions, each with the id of the revision it is about.</summary>
    public IReadOnlyList<(string Id, Label Message)> Against(IEnumerable<CalendarRevision> read)
    {
        var problems = new List<(string, Label)>();
        var shelf = this;
        foreach (var revision in read.OrderBy(r => r.Published).ThenBy(r => r.Id, StringComparer.Ordinal))
        {
            if (shelf.Revisions.FirstOrDefault(r => r.Id == revision.Id) is { } same)
            {
                if (!same.Says(revision))
                {
                    problems.Add((revision.Id, new Label(
                        $"{revision.Id}已经载入，为{same.Notice}，内容不同；另行安排的，另给标识并写明replaces。",
                        $"{revision.Id} is already here as {same.Notice} and says otherwise; a change needs an id of its own and must say what it replaces.")));
                }
            }
            else if (shelf.WrongWith(revision) is { } wrong)
            {
                problems.Add((revision.Id, wrong));
            }
            else
            {
                shelf = shelf.With([revision]);
            }
        }

        return problems;
    }

    private Label? WrongWith(CalendarRevision revision)
    {
        var sameLayer = Revisions.Where(r => r.Region == revision.Region).ToList();
        if (revision.Replaces is { } replaced)
        {
            if (sameLayer.FirstOrDefault(r => r.Id == replaced) is not { } earlier || earlier.Year != revision.Year)
            {
                return new Label(
                    $"{revision.Id}称替换{replaced}，但没有这一{revision.Year}年的安排。", $"{revision.Id} replaces {replaced}, which is no notice for {revision.Year} here.");
            }

            if (earlier.Published > revision.Published || (earlier.Published == revision.Published && string.CompareOrdinal(earlier.Id, revision.Id) > 0))
            {
                return new Label($"{revision.Id}早于其所替换的{replaced}。", $"{revision.Id} was published before {replaced}, which it replaces.");
            }
        }
        else if (revision.Region is null && sameLayer.FirstOrDefault(r => r.Year == revision.Year && r.Replaces is null) is { } first)
        {
            return new Label(
                $"{revision.Year}年已有{first.Notice}（{first.Id}）；另行安排的，须写明replaces。",
                $"{revision.Year} already has {first.Notice} ({first.Id}); a change must say which revision it replaces.");
        }

        return revision.Region is null ? Overlap(revision) : null;
    }

    // A festival under another name than the one it changes would stand beside it.
    private Label? Overlap(CalendarRevision revision)
    {
        ImmutableArray<CalendarRevision> layer =
            [.. Revisions.Where(r => r.Region is null).Append(revision).OrderBy(r => r.Published).ThenBy(r => r.Id, StringComparer.Ordinal)];
        var arranged = CalendarYears.Arrange(layer).Values.SelectMany(y => y).OrderBy(h => h.From).ToList();
        foreach (var (one, next) in arranged.Zip(arranged.Skip(1)).Where(p => p.Second.From <= p.First.To))
        {
            return new Label(
                $"“{one.Festival}”（至{one.To:yyyy-MM-dd}）与“{next.Festival}”（自{next.From:yyyy-MM-dd}）的放假日期重叠；更改某一节日的，名称须与原通知一致。",
                $"The days off of {one.Festival} (to {one.To:yyyy-MM-dd}) and {next.Festival} (from {next.From:yyyy-MM-dd}) overlap; a change must name the festival as the first notice did.");
        }

        return null;
    }
}
