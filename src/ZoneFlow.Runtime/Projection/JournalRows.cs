using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Projection;

/// <summary>The rows that follow from a journal entry: what the dossier lists, and what the public pages keep for ever.</summary>
public static class JournalRows
{
    public static IEnumerable<CaseRow> Of(Entry entry)
    {
        foreach (var line in LedgerLine.Of(entry))
        {
            yield return LedgerRows.Of(line);
        }

        foreach (var line in RosterLine.Of(entry))
        {
            yield return RosterRows.Of(line);
        }

        foreach (var (change, i) in entry.Changes.Select((c, i) => (c, i)))
        {
            switch (change)
            {
                case Change.AnswersSaved c:
                    foreach (var (field, value) in c.Answers)
                    {
                        yield return new CaseRow(RowKinds.Answer, field, JsonSerializer.Serialize(value, CaseJson.Stored.FieldValue));
                    }

                    break;
                case Change.DocumentFiled c:
                    var document = new DocumentRow(c.Document, c.Procedure, c.By, entry.At, entry.Sequence);
                    yield return new CaseRow(
                        RowKinds.Document, $"{c.Document.Slot}/{c.Document.Version:D5}", JsonSerializer.Serialize(document, CaseJson.Stored.DocumentRow));
                    break;
                case Change.ObjectionReceived c:
                    var objection = new ObjectionRow(c.Receipt, c.Procedure, c.Entry, entry.At, c.Objector, c.Contact, c.Text, c.Documents);
                    yield return new CaseRow(RowKinds.Objection, c.Receipt, JsonSerializer.Serialize(objection, CaseJson.Stored.ObjectionRow));
                    break;
                case Change.ScoreGiven c:
                    var score = new ScoreRow(c.Procedure, c.Expert, c.Subject, c.Scores, c.Opinion, entry.At);
                    yield return new CaseRow(
                        RowKinds.Score, $"{c.Procedure}|{c.Subject}|{c.Expert}|{entry.Sequence:D8}", JsonSerializer.Serialize(score, CaseJson.Stored.ScoreRow));
                    break;
                case Change.LetterIssued c:
                    var letter = new LetterRow(c.Template, c.Values, c.Reason, entry.At, entry.Sequence) { Supersedes = c.Supersedes };
                    yield return new CaseRow(
                        RowKinds.Letter, $"{entry.Sequence:D8}-{i:D3}-{c.Template}", JsonSerializer.Serialize(letter, CaseJson.Stored.LetterRow));
                    break;
                case Change.LetterNumbered c:
                    var paper = new LetterPaperRow(c.Number, c.Page, c.Docx, c.Pack, c.TemplateRevision, entry.At, entry.Sequence);
                    yield return new CaseRow(RowKinds.LetterPaper, c.Letter, JsonSerializer.Serialize(paper, CaseJson.Stored.LetterPaperRow));
                    break;
                case Change.LetterSealed c:
                    yield return new CaseRow(
                        RowKinds.LetterSeal, c.Letter, JsonSerializer.Serialize(new LetterSealRow(c.Paper, c.Service, entry.At), CaseJson.Stored.LetterSealRow));
                    break;
            }
        }
    }

    /// <summary>
    /// What is kept whatever the case does later: notices and announcements on the public pages, and what somebody did on
    /// the list of their party.
    /// </summary>
    public static IEnumerable<IndexRow> Lasting(Pack pack, CaseState after, Entry entry)
    {
        if (entry.Actor.Party is { } party && entry.Changes.Any(c => c is Change.ActionTaken or Change.ScoreGiven or Change.ExpertRecused or Change.ExpertSeated or Change.TaskHandedOver
            or Change.MarkCorrected or Change.StandingCorrected or Change.BanCorrected or Change.CaseAdopted))
        {
            yield return new IndexRow(
                Indexes.Done, party.Value, $"{DateTimeOffset.MaxValue.UtcTicks - entry.At.UtcTicks:D19}|{after.Id}|{entry.Sequence:D8}", after.Id,
                JsonSerializer.Serialize(new DoneRow(entry.Sequence), CaseJson.Stored.DoneRow));
        }

        foreach (var (change, i) in entry.Changes.Select((c, i) => (c, i)))
        {
            switch (change)
            {
                case Change.NoticePublished c when after.Procedure(c.Procedure) is { } procedure:
                    var notice = new NoticeRow(
                        after.Id, c.Procedure, procedure.Visit, pack.Documents[c.Slot].Label.Zh, pack.Issuer, pack.Title.Zh, c.From, c.Last,
                        [.. c.Entries.Select(key => new NoticeLine(key, after.Item(key)?.Title ?? after.Title))], procedure.Document(c.Slot));
                    var posted = new IndexRow(
                        Indexes.Notices, Indexes.All, $"{LatestFirst(c.From)}|{after.Id}|{c.Procedure}|{procedure.Visit}", after.Id,
                        JsonSerializer.Serialize(notice, CaseJson.Stored.NoticeRow));
                    yield return posted;
                    foreach (var concerned in notice.Entries.Select(e => e.Key).Prepend(after.Id.Value).Distinct())
                    {
                        yield return posted with { Partition = Indexes.OfCase(concerned) };
                    }

                    break;
                case Change.DocumentAnnounced c:
                    var announcement = new AnnouncementRow(
                        after.Id, after.Title, after.Number, pack.Issuer, c.Slot, pack.Documents[c.Slot].Label.Zh, c.Document, c.On);
                    var announced = new IndexRow(
                        Indexes.Announcements, Indexes.All, $"{LatestFirst(c.On)}|{after.Id}|{entry.Sequence:D8}-{i:D3}", after.Id,
                        JsonSerializer.Serialize(announcement, CaseJson.Stored.AnnouncementRow));
                    yield return announced;
                    yield return announced with { Partition = Indexes.OfCase(after.Id.Value) };
                    break;
            }
        }
    }

    /// <summary>The mails among a decision's effects that the clock set off.</summary>
    public static IEnumerable<IndexRow> Reminders(CaseState after, IEnumerable<Effect> effects)
    {
        foreach (var tell in effects.OfType<Effect.Tell>().Where(t => t.Kind is TellKind.Reminder or TellKind.Overdue or TellKind.Escalation))
        {
            var row = new ReminderRow(
                tell.Id, tell.Kind, tell.To, after.Title, after.Number, tell.Values.GetValueOrDefault("procedure") ?? "", tell.Values.GetValueOrDefault("stage"),
                tell.Values.GetValueOrDefault("due"), tell.NotBefore);
            yield return new IndexRow(
                Indexes.Reminders, "all", $"{DateTimeOffset.MaxValue.UtcTicks - tell.NotBefore.UtcTicks:D19}|{tell.Id}", after.Id,
                JsonSerializer.Serialize(row, CaseJson.Stored.ReminderRow));
        }
    }

    private static string LatestFirst(DateOnly day) => $"{DateOnly.MaxValue.DayNumber - day.DayNumber:D8}";
}
