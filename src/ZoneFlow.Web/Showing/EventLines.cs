using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>The journal in words, latest first.</summary>
internal static class EventLines
{
    /// <param name="titleOf">Another case's title.</param>
    /// <param name="deleted">Documents of the case that were deleted, by hash.</param>
    public static async Task<IReadOnlyList<EventLine>> OfAsync(
        Pack pack, IReadOnlyList<(Entry Entry, string Hash)> journal, People people, Func<CaseId, Task<string>> titleOf,
        IReadOnlyDictionary<ContentHash, DocumentDeletion> deleted)
    {
        var lines = new List<EventLine>();
        foreach (var (entry, hash) in journal.Reverse())
        {
            var sentences = new List<Label>();
            foreach (var change in entry.Changes)
            {
                sentences.Add(await SentenceAsync(pack, change, people, titleOf));
                if (change is Change.DocumentFiled filed && deleted.TryGetValue(filed.Document.Content, out var deletion))
                {
                    sentences.Add(Gone(deletion));
                }
            }

            lines.Add(new EventLine(entry.Sequence, entry.At, await people.ActorAsync(entry.Actor), sentences, hash));
        }

        return lines;
    }

    /// <summary>One change in words. The core knows experts by their party alone, and other cases by their id.</summary>
    public static async Task<Label> SentenceAsync(Pack pack, Change change, People people, Func<CaseId, Task<string>> titleOf)
    {
        var sentence = Narration.Of(pack, change);
        return change switch
        {
            Change.ExpertSeated c => Named(sentence, c.Expert.Value, await people.NameAsync(c.Expert)),
            Change.ExpertRecused c => Named(sentence, c.Expert.Value, await people.NameAsync(c.Expert)),
            Change.ScoreGiven c => Named(sentence, c.Expert.Value, await people.NameAsync(c.Expert)),
            Change.RoleSigned { Party: { } party } => Named(sentence, party.Value, await people.NameAsync(party)),
            Change.TaskHandedOver c => Named(sentence, c.To.Person.Value, await people.NameAsync(c.To.Party, c.To.Person)),
            Change.CaseJoined c => Named(sentence, c.Case.Value, await titleOf(c.Case)),
            Change.MessageSent c => Named(sentence, c.To.Value, await titleOf(c.To)),
            Change.MessageHeard c => Named(sentence, c.From.Value, await titleOf(c.From)),
            _ => sentence,
        };
    }

    private static Label Gone(DocumentDeletion deletion) => new(
        $"其内容已于{CivilDate.Of(deletion.At):yyyy-MM-dd}{(deletion.Archived ? "随卷宗归档" : "删除")}：{deletion.Ground}",
        $"Its content was {(deletion.Archived ? "archived with the dossier" : "deleted")} on {CivilDate.Of(deletion.At):yyyy-MM-dd}.");

    private static Label Named(Label sentence, string id, string name) => new(
        sentence.Zh.Replace(id, name, StringComparison.Ordinal), sentence.En?.Replace(id, name, StringComparison.Ordinal));
}
