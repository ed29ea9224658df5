namespace ZoneFlow.Policies.Reading;

/// <summary>
/// Where each construct of a pack was written, by its path: <c>roles/city</c>, <c>form/core-area</c>, <c>criteria/zone/agencies</c>,
/// <c>procedures/designation/stages/drafting/submit</c>, <c>procedures/designation/anywhere/withdraw</c>,
/// <c>procedures/plan-change/opened-by</c>, <c>cases/zone/standings/applying</c>, <c>duties/annual-report</c>, <c>letters/approval</c>.
/// Names are as in the pack; a message's is <c>round.proposed</c>.
/// </summary>
public sealed class PackPositions
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    /// <summary>Every path known, in ordinal order.</summary>
    public IEnumerable<string> Paths => _places.Keys.Order(StringComparer.Ordinal);

    public bool Has(string path) => _places.ContainsKey(path);

    /// <summary>The construct's place; where it has none of its own, that of the nearest construct it stands in; the pack itself at worst.</summary>
    public Place Of(string path)
    {
        for (var at = path; at.Length > 0; at = at.LastIndexOf('/') is var cut and > 0 ? at[..cut] : "")
        {
            if (_places.TryGetValue(at, out var place))
            {
                return place;
            }
        }
        return _places.TryGetValue("", out var whole) ? whole : new Place("", 0);
    }

    internal bool TryAdd(string path, Place place) => _places.TryAdd(path, place);
}
