using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Calendars;

/// <summary>
/// A file of calendar revisions. The one that ships holds the notices since 2018; an operator loads a later notice from a file of
/// the same shape, usually with one revision in it. <c>calendar: region</c> with a <c>region:</c> holds a region's own days off.
/// </summary>
public sealed record CalendarFile(ImmutableArray<CalendarRevision> Revisions, IReadOnlyList<Problem> Problems)
{
    /// <summary>The line at which each revision begins, by id.</summary>
    public ImmutableDictionary<string, int> Lines { get; init; } = ImmutableDictionary<string, int>.Empty;

    private const int FirstYear = 1950;
    private const int LongestId = 40;

    /// <summary>The file beside the program.</summary>
    public static ImmutableArray<CalendarRevision> LoadShipped()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Calendars", "cn.yaml");
        var file = Parse(File.ReadAllText(path), path);
        return file.Problems.Count == 0
            ? file.Revisions
            : throw new InvalidDataException($"The calendar that ships with the program is damaged:\n{string.Join('\n', file.Problems)}");
    }

    /// <summary>All problems at once; the revisions are whole only when there is none.</summary>
    public static CalendarFile Parse(string text, string fileName)
    {
        var problems = new ProblemList();
        var lines = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        var revisions = YamlDocumentReader.Read(text, fileName, problems) is { } root && root.MustBeMap() ? Read(root, lines) : [];
        return new CalendarFile(revisions, problems.Items) { Lines = lines.ToImmutable() };
    }

    private static ImmutableArray<CalendarRevision> Read(YamlNode root, ImmutableDictionary<string, int>.Builder lines)
    {
        var name = root.RequiredText("calendar");
        if (name is not (null or "cn" or "region"))
        {
            root.Optional("calendar")!.Report($"The calendar must be cn or region, not '{name}'.");
        }
        var region = name == "region" ? root.RequiredText("region") : null;
        var nodes = root.RequiredList("revisions");
        root.RefuseUnknownKeys();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var revisions = ImmutableArray.CreateBuilder<CalendarRevision>();
        foreach (var node in nodes)
        {
            var revision = Revision(node, region);
            if (revision is not null && ids.Add(revision.Id))
            {
                lines[revision.Id] = node.Line;
                revisions.Add(revision);
            }
            else if (revision is not null)
            {
                node.Report($"The id {revision.Id} stands twice.");
            }
        }
        return revisions.ToImmutable();
    }

    private static CalendarRevision? Revision(YamlNode node, string? region)
    {
        if (!node.MustBeMap())
        {
            return null;
        }
        var id = node.RequiredText("id");
        if (id is not null && (id.Length > LongestId || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')))
        {
            node.Optional("id")!.Report($"An id is the notice's date or the like: at most {LongestId} letters, digits, '-' and '.'.");
        }
        var year = Year(node.Required("year"));
        var replaces = node.OptionalText("replaces");
        var notice = node.RequiredText("notice");
        var published = Date(node.Required("published"));
        var source = node.OptionalText("source");
        var holidays = Holidays(node.RequiredList("holidays"), year);
        node.RefuseUnknownKeys();
        if (region is not null && holidays.FirstOrDefault(h => h.Worked.Length > 0) is { } exchanged)
        {
            node.Report($"{exchanged.Festival} has days worked in exchange; a region's own days off only add days off.");
        }
        return id is null || year is null || notice is null || published is null
            ? null
            : new CalendarRevision(id, notice, published.Value, year.Value, holidays, replaces, source, region);
    }

    private static ImmutableArray<HolidayArrangement> Holidays(ImmutableArray<YamlNode> nodes, int? year)
    {
        var holidays = ImmutableArray.CreateBuilder<HolidayArrangement>();
        foreach (var node in nodes.Where(n => n.MustBeMap()))
        {
            var festival = node.RequiredText("festival");
            var from = Date(node.Required("from"), year);
            var to = Date(node.Required("to"), year);
            var worked = node.OptionalList("worked").Select(n => MakeUpDay(n, year)).OfType<DateOnly>().ToImmutableArray();
            node.RefuseUnknownKeys();
            if (to < from || to?.DayNumber - from?.DayNumber > 30)
            {
                node.Report($"The days off run from {node.Optional("from")!.Text} to {node.Optional("to")!.Text}; they must run forward, a month at most.");
            }
            else if (festival is not null && from is not null && to is not null)
            {
                if (holidays.Count > 0 && from <= holidays[^1].To)
                {
                    node.Report($"{festival} begins before {holidays[^1].Festival} has ended; list the days off in order.");
                }
                holidays.Add(new HolidayArrangement(festival, from.Value, to.Value, worked));
            }
        }
        return holidays.ToImmutable();
    }

    private static DateOnly? MakeUpDay(YamlNode node, int? year)
    {
        var day = Date(node, year);
        if (day is { DayOfWeek: not (DayOfWeek.Saturday or DayOfWeek.Sunday) })
        {
            node.Report($"{node.Text} is a {day.Value.DayOfWeek}; only a Saturday or Sunday can be worked in exchange.");
        }
        return day;
    }

    private static int? Year(YamlNode? node)
    {
        if (node is null || !node.MustBeText())
        {
            return null;
        }
        if (CivilDate.TryParse($"{node.Text}-01-01", out var first) && first.Year is >= FirstYear and <= ProvisionalYear.Last)
        {
            return first.Year;
        }
        node.Report($"'{node.Text}' is no year from {FirstYear} to {ProvisionalYear.Last}.");
        return null;
    }

    private static DateOnly? Date(YamlNode? node, int? year = null)
    {
        if (node is null || !node.MustBeText())
        {
            return null;
        }
        if (!CivilDate.TryParse(node.Text, out var date))
        {
            node.Report($"'{node.Text}' is no date; write it as 2026-01-31.");
            return null;
        }
        if (year is not null && date.Year != year && !(date.Year == year - 1 && date.Month == 12))
        {
            node.Report($"{node.Text} is neither in {year} nor in the December before.");
            return null;
        }
        return date;
    }
}
