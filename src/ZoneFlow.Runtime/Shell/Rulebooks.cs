using System.Collections.Concurrent;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Shell;

/// <summary>Reads a published pack by its revision; null where it was never published here.</summary>
public delegate Task<Pack?> PackReader(PackRevision revision, CancellationToken cancellationToken);

/// <summary>The packs and the calendar that decisions are made under. Packs are read once; the calendar changes when a revision is loaded.</summary>
public sealed class Rulebooks(PackReader read, WorkingCalendar calendar)
{
    private readonly ConcurrentDictionary<PackRevision, Pack> _packs = new();
    private volatile Known _known = new(calendar, Rulebook.UsualOpening);

    public WorkingCalendar Calendar => _known.Calendar;

    public TimeOnly Opening => _known.Opening;

    public async Task<Rulebook> ForAsync(PackRevision? revision, CancellationToken cancellationToken)
    {
        if (revision is not { Pack.Length: > 0 } named)
        {
            return new Rulebook(null, Calendar, Opening);
        }

        if (!_packs.TryGetValue(named, out var pack))
        {
            pack = await read(named, cancellationToken) ?? throw new UnknownPackException(named);
            _packs[named] = pack;
        }

        return new Rulebook(pack, Calendar, Opening);
    }

    public void Know(WorkingCalendar newer) => _known = _known with { Calendar = newer };

    public void OpenAt(TimeOnly opening) => _known = _known with { Opening = opening };

    private sealed record Known(WorkingCalendar Calendar, TimeOnly Opening);
}
