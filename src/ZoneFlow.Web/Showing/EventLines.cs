using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>The journal in words, latest first.</summary>
internal static class EventLines
{
    public static async Task<IReadOnlyList<EventLine>> OfAsync(Pack pack, IReadOnlyList<(Entry Entry, string Hash)> journal, People people)
    {
        var lines = new List<EventLine>();
        foreach (var (entry, hash) in journal.Reverse())
        {
            var sentences = new List<Label>();
            foreach (var change in entry.Changes)
            {
                sentences.Add(await NamedAsync(Narration.Of(pack, change), change, people));
            }

            lines.Add(new EventLine(entry.Sequence, entry.At, await people.ActorAsync(entry.Actor), sentences, hash));
        }

        return lines;
    }

    // The core knows experts by their party alone.
    private static async Task<Label> NamedAsync(Label sentence, Change change, People people)
    {
        var expert = change switch
        {
            Change.ExpertSeated c => c.Expert,
            Change.ExpertRecused c => c.Expert,
            Change.ScoreGiven c => c.Expert,
            _ => (PartyId?)null,
        };
        if (expert is not { } party)
        {
            return sentence;
        }

        var name = await people.NameAsync(party);
        return new Label(
            sentence.Zh.Replace(party.Value, name, StringComparison.Ordinal), sentence.En?.Replace(party.Value, name, StringComparison.Ordinal));
    }
}
