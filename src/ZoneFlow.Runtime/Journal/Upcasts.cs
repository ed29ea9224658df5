using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Journal;

/// <summary>
/// Brings entries of earlier releases up to date: what they could not yet say, they say as it was then. What was written is never
/// changed; a new kind of line here goes with the release that made it needful.
/// </summary>
internal static class Upcasts
{
    public static Entry Of(Entry entry)
    {
        // 0.9 knew of no units that had gone.
        if (entry.LookedUp is { GoneUnits.IsDefault: true } seen)
        {
            entry = entry with { LookedUp = seen with { GoneUnits = [] } };
        }

        for (var i = 0; i < entry.Changes.Length; i++)
        {
            if (Of(entry.Changes[i]) is var now && !ReferenceEquals(now, entry.Changes[i]))
            {
                entry = entry with { Changes = entry.Changes.SetItem(i, now) };
            }
        }

        return entry;
    }

    private static Change Of(Change change) => change switch
    {
        // 0.9 warned nobody beside the subject of a ban.
        Change.BanImposed { Warned.IsDefault: true } ban => ban with { Warned = [] },
        _ => change,
    };
}
