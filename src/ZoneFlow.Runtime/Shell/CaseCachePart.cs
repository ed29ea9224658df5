using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Shell;

/// <summary>One part of the cache under one lock.</summary>
internal sealed class CaseCachePart(int most)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CaseId, Place> _places = [];
    private readonly Queue<CaseId> _order = [];
    private long _mark;

    public long Mark
    {
        get
        {
            lock (_lock)
            {
                return _mark;
            }
        }
    }

    public KnownCase? Find(CaseId id)
    {
        lock (_lock)
        {
            if (!_places.TryGetValue(id, out var place))
            {
                return null;
            }

            place.Used = true;
            return place.Case;
        }
    }

    public void Loaded(CaseId id, KnownCase known, long mark)
    {
        lock (_lock)
        {
            if (mark == _mark)
            {
                var place = PlaceOf(id);
                (place.Case, place.Version, place.IsForgotten) = (known, known.State.Version, false);
            }
        }
    }

    public void Begun(CaseId id)
    {
        lock (_lock)
        {
            PlaceOf(id).Writers++;
        }
    }

    public void Ended(CaseId id, KnownCase? known)
    {
        lock (_lock)
        {
            _mark++;
            var place = PlaceOf(id);
            place.Writers--;
            if (known is null)
            {
                place.Case = null;
            }
            else if (known.State.Version > place.Version && !place.IsForgotten)
            {
                (place.Case, place.Version) = (known, known.State.Version);
            }
        }
    }

    public void Forget(CaseId id)
    {
        lock (_lock)
        {
            _mark++;
            var place = PlaceOf(id);
            (place.Case, place.IsForgotten) = (null, true);
        }
    }

    private Place PlaceOf(CaseId id)
    {
        if (_places.TryGetValue(id, out var place))
        {
            return place;
        }

        MakeRoom();
        _places.Add(id, place = new Place());
        _order.Enqueue(id);
        return place;
    }

    // A place that a commit is under way for stays: it knows the newest version, which a late answer must not undo.
    private void MakeRoom()
    {
        for (var looks = 2 * _order.Count; _places.Count >= most && looks > 0; looks--)
        {
            var oldest = _order.Dequeue();
            var place = _places[oldest];
            if (place.Used || place.Writers > 0)
            {
                place.Used = false;
                _order.Enqueue(oldest);
            }
            else
            {
                _places.Remove(oldest);
            }
        }
    }

    private sealed class Place
    {
        public KnownCase? Case { get; set; }

        public long Version { get; set; }

        public bool IsForgotten { get; set; }

        public bool Used { get; set; }

        public int Writers { get; set; }
    }
}
