using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>What a signal asks for: imperative, and refused or journalled in the past tense.</summary>
public abstract record SignalBody
{
    private SignalBody()
    {
    }

    /// <summary>Opens a case of a pack's kind. Its number and title come in; its applicants are the actor's party and whoever applies with it.</summary>
    public sealed record OpenCase(
        PackRevision Pack, string Kind, string Number, string Title, string? Region,
        ImmutableArray<Applicant> Applicants) : SignalBody;

    /// <summary>Takes over a case that began before the system, with its standing, dates and settled duties.</summary>
    public sealed record AdoptCase(
        PackRevision Pack, string Kind, string Number, string Title, string? Region,
        ImmutableArray<Applicant> Applicants, string Standing,
        ImmutableSortedDictionary<string, AdoptedMark> Marks, ImmutableArray<string> SettledOccurrences) : SignalBody;

    /// <summary>Keeps the answers given so far on the application form. Nothing is judged yet.</summary>
    public sealed record SaveAnswers(ImmutableSortedDictionary<string, FieldValue> Answers) : SignalBody;

    /// <summary>Files a document for the stage a procedure is in.</summary>
    public sealed record FileDocument(string Procedure, int Visit, FiledDocument Document) : SignalBody;

    /// <summary>Takes an action, on a procedure at the visit it was shown for, or one that opens a procedure.</summary>
    /// <param name="Procedure">The procedure's id; null for an action that opens one.</param>
    /// <param name="Attested">The judged criteria that the person attests.</param>
    public sealed record Act(
        string? Procedure, int Visit, string Action, ImmutableSortedDictionary<string, FieldValue> Inputs,
        Confided? Reason, ImmutableArray<string> Attested, ImmutableArray<FiledDocument> Documents) : SignalBody;

    /// <summary>Files who has come onto a roster, who has left it and what is to be put right; anybody not named stays as they are.</summary>
    public sealed record FileRoster(string Roster, ImmutableArray<RosterMember> Members) : SignalBody;

    /// <summary>Hands a task over to another person who holds it (转办).</summary>
    /// <param name="Role">The role in which the actor holds it, and the other is to.</param>
    public sealed record HandOver(string Procedure, int Visit, string Role, PartyId Party, PersonId Person, Confided? Note) : SignalBody;

    /// <summary>Names the experts of a panel.</summary>
    public sealed record SeatExperts(string Procedure, int Visit, ImmutableArray<PartyId> Experts) : SignalBody;

    /// <summary>An expert steps back from a panel (回避).</summary>
    public sealed record Recuse(string Procedure, int Visit, Confided Reason) : SignalBody;

    /// <summary>An expert scores one subject: this case, or one of its items.</summary>
    public sealed record GiveScore(
        string Procedure, int Visit, string Subject, ImmutableSortedDictionary<string, decimal> Scores, Confided? Opinion) : SignalBody;

    /// <summary>Somebody objects to one entry of a public notice.</summary>
    public sealed record MakeObjection(
        string Procedure, string Entry, string Receipt, Confided? Objector, Confided? Contact, Confided Text,
        ImmutableArray<FiledDocument> Documents) : SignalBody;

    /// <summary>Another case says something.</summary>
    public sealed record HearMessage(
        CaseId From, string FromKind, long Sequence, string Say, ImmutableSortedDictionary<string, string> With) : SignalBody;

    /// <summary>Nothing but time has passed.</summary>
    public sealed record PassTime : SignalBody;

    /// <summary>The calendar has a new revision: running deadlines are computed again.</summary>
    public sealed record ReadCalendarAgain : SignalBody;

    /// <summary>Moves the case to another revision of its pack.</summary>
    public sealed record MoveToPack(PackRevision To, RevisionMap Map) : SignalBody;

    /// <summary>Puts a wrong date right, by a recorded act that unsends nothing.</summary>
    public sealed record CorrectMark(string Mark, DateOnly Date, Confided Reason, ImmutableArray<FiledDocument> Documents) : SignalBody;

    /// <summary>Puts a standing right that was recorded wrongly or annulled (复议、诉讼), a final one among them.</summary>
    public sealed record CorrectStanding(string Standing, Confided Reason, ImmutableArray<FiledDocument> Documents) : SignalBody;

    /// <summary>Puts a ban right that was recorded wrongly: its subject and days as they should be, or lifts it.</summary>
    /// <param name="Number">Which of the case's bans, from 1.</param>
    public sealed record CorrectBan(
        int Number, string Subject, DateOnly First, DateOnly Last, bool Lifted, Confided Reason, ImmutableArray<FiledDocument> Documents) : SignalBody;

    /// <summary>Draws up a letter that no step issues.</summary>
    /// <param name="Procedure">The overdue procedure that it is about; null where it is about the case.</param>
    public sealed record DrawLetter(string Template, string? Procedure) : SignalBody;

    /// <summary>Gives an issued letter its 文号 and keeps it as rendered.</summary>
    public sealed record NumberLetter(string Letter, string? Number, LetterPaper Page, LetterPaper Docx, string TemplateRevision) : SignalBody;

    /// <summary>Issues a letter again with some values put right; the first one stays, superseded.</summary>
    public sealed record CorrectLetter(string Letter, ImmutableSortedDictionary<string, string> Values, Confided? Reason) : SignalBody;

    /// <summary>A certified seal service's answer for a numbered letter.</summary>
    public sealed record SealLetter(string Letter, LetterPaper Paper, string Service) : SignalBody;

    public sealed record RegisterParty(string Name, string? Code) : SignalBody;

    public sealed record RenameParty(string Name, DateOnly From) : SignalBody;

    public sealed record GrantRole(string Role, string? Region, DateOnly From, DateOnly? Until) : SignalBody;

    public sealed record EndRole(string Role, string? Region, DateOnly Last) : SignalBody;

    public sealed record AddPerson(PersonId Person, Confided Name, Confided Email) : SignalBody;

    public sealed record RemovePerson(PersonId Person) : SignalBody;

    public sealed record SecurePerson(PersonId Person, bool Secured) : SignalBody;

    public sealed record OpenOffice(string Name) : SignalBody;

    /// <summary>Puts a published pack in use for new cases, or takes it out of use; running cases go on either way.</summary>
    public sealed record UsePack(string Pack, bool InUse) : SignalBody;

    public sealed record PublishPack(PackRevision Revision) : SignalBody;

    public sealed record LoadCalendar(string Revision) : SignalBody;

    public sealed record ChangeSetting(string Name, string Value) : SignalBody;
}
