using System.Diagnostics;
using ZoneFlow.Core.Cases.Narrating;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>One plain sentence for every change, in the words of the pack: for the journal, the simulator and exports.</summary>
public static class Narration
{
    /// <summary>What a deadline is about, by its id.</summary>
    public static Label OfDeadline(Pack? pack, string id) => new Words(pack).Deadline(id);

    /// <param name="pack">The pack the change was decided under; null for the built-in kinds. A name it does not know is shown as it is.</param>
    public static Label Of(Pack? pack, Change change)
    {
        var words = new Words(pack);
        return Opening.Of(words, change) ?? Work.Of(words, change) ?? Paper.Of(words, change) ?? Time.Of(words, change)
            ?? Standing.Of(words, change) ?? Public.Of(words, change) ?? Neighbours.Of(words, change) ?? Plans.Of(words, change) ?? Rosters.Of(words, change) ?? Installation.Of(change)
            ?? throw new UnreachableException($"{change.GetType().Name} has no sentence.");
    }
}
