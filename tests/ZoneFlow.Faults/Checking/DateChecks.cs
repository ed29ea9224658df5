using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Tests.Calendars;

namespace ZoneFlow.Faults.Checking;

/// <summary>Reckons every date of a life a second time, day by day.</summary>
internal sealed class DateChecks
{
    private readonly Dictionary<string, IReadOnlyCollection<CalendarRevision>> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, DateOnly), bool> _working = [];

    public int Checked { get; private set; }

    public void Know(string revision, IReadOnlyCollection<CalendarRevision> revisions) => _known[revision] = revisions;

    public void Check(Deadline deadline)
    {
        bool IsWorking(DateOnly day) => _working.TryGetValue((deadline.Calendar, day), out var known)
            ? known
            : _working[(deadline.Calendar, day)] = NaiveCalendar.IsWorking(_known[deadline.Calendar], day);

        DateOnly last;
        if (deadline.Budget is { } budget)
        {
            last = NaiveCalendar.Last(budget, deadline.Day0, IsWorking, deadline.Reckoning, deadline.Suspensions);
        }
        else
        {
            // A date that stands in a paper is a day later for each day on which its clock stood still.
            var still = deadline.Suspensions.SelectMany(s => Enumerable.Range(s.From.DayNumber, (s.To ?? s.From).DayNumber - s.From.DayNumber + 1)).ToHashSet();
            last = deadline.Day0;
            foreach (var day in still.Order())
            {
                last = day <= last.DayNumber ? last.AddDays(1) : last;
            }

            while (deadline.Reckoning.Roll == Roll.NextWorkingDay && !IsWorking(last))
            {
                last = last.AddDays(1);
            }
        }

        last = deadline.Printed > last ? deadline.Printed.Value : last;
        Broken.If(deadline.Last != last, $"{deadline.Id} is {deadline.Last:yyyy-MM-dd}; counted day by day it is {last:yyyy-MM-dd}.");
        Broken.If(deadline.DueAt != CivilDate.StartOf(last.AddDays(1)), $"{deadline.Id} falls due at {deadline.DueAt:O}.");
        Checked++;
    }
}
