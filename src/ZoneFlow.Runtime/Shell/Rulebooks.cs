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

    public Task<Rulebook> ForAsync(PackRevision? revision, CancellationToken cancellationToken)
    {
        var known = _known;
        return revision is not { Pack.Length: > 0 } named ? known.WithoutPack
            : known.Rulebooks.TryGetValue(named, out var rules) ? rules
            : ReadAsync(known, named, cancellationToken);
    }

    public void Know(WorkingCalendar newer) => _known = new Known(newer, Opening);

    public void OpenAt(TimeOnly opening) => _known = new Known(Calendar, opening);

    private async Task<Rulebook> ReadAsync(Known known, PackRevision named, CancellationToken cancellationToken)
    {
        if (!_packs.TryGetValue(named, out var pack))
        {
            pack = await read(named, cancellationToken) ?? throw new UnknownPackException(named);
            _packs[named] = pack;
        }

        var rules = new Rulebook(pack, known.Calendar, known.Opening);
        known.Rulebooks[named] = Task.FromResult(rules);
        return rules;
    }

    // Asked for at every step of every case: made once.
    private sealed class Known(WorkingCalendar calendar, TimeOnly opening)
    {
        public WorkingCalendar Calendar { get; } = calendar;

        public TimeOnly Opening { get; } = opening;

        public Task<Rulebook> WithoutPack { get; } = Task.FromResult(new Rulebook(null, calendar, opening));

        public ConcurrentDictionary<PackRevision, Task<Rulebook>> Rulebooks { get; } = new();
    }
}
