using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>
/// What happened, in the past tense, with its results: folding changes needs no rule and no calendar.
/// A discriminator, once written, never changes its meaning.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "did")]
[JsonDerivedType(typeof(CaseOpened), "case-opened")]
[JsonDerivedType(typeof(CaseAdopted), "case-adopted")]
[JsonDerivedType(typeof(MovedToPack), "moved-to-pack")]
[JsonDerivedType(typeof(AnswersSaved), "answers-saved")]
[JsonDerivedType(typeof(FieldsSet), "fields-set")]
[JsonDerivedType(typeof(ProcedureStarted), "procedure-started")]
[JsonDerivedType(typeof(StageEntered), "stage-entered")]
[JsonDerivedType(typeof(ProcedureEnded), "procedure-ended")]
[JsonDerivedType(typeof(ProcedureStopped), "procedure-stopped")]
[JsonDerivedType(typeof(ActionTaken), "action-taken")]
[JsonDerivedType(typeof(DiscretionUsed), "discretion-used")]
[JsonDerivedType(typeof(DocumentFiled), "document-filed")]
[JsonDerivedType(typeof(RoleSigned), "role-signed")]
[JsonDerivedType(typeof(SignaturesVoided), "signatures-voided")]
[JsonDerivedType(typeof(OptionalActHeld), "optional-act-held")]
[JsonDerivedType(typeof(DeadlineSet), "deadline-set")]
[JsonDerivedType(typeof(DeadlinePaused), "deadline-paused")]
[JsonDerivedType(typeof(DeadlineMoved), "deadline-moved")]
[JsonDerivedType(typeof(ReminderFellDue), "reminder-fell-due")]
[JsonDerivedType(typeof(DeadlineMissed), "deadline-missed")]
[JsonDerivedType(typeof(DeadlineEscalated), "deadline-escalated")]
[JsonDerivedType(typeof(HolderAskedAgain), "holder-asked-again")]
[JsonDerivedType(typeof(TaskHandedOver), "task-handed-over")]
[JsonDerivedType(typeof(FiledLate), "filed-late")]
[JsonDerivedType(typeof(MarkSet), "mark-set")]
[JsonDerivedType(typeof(MarkCorrected), "mark-corrected")]
[JsonDerivedType(typeof(StandingChanged), "standing-changed")]
[JsonDerivedType(typeof(StandingCorrected), "standing-corrected")]
[JsonDerivedType(typeof(FlagRaised), "flag-raised")]
[JsonDerivedType(typeof(FlagLowered), "flag-lowered")]
[JsonDerivedType(typeof(OutcomeApplied), "outcome-applied")]
[JsonDerivedType(typeof(BanImposed), "ban-imposed")]
[JsonDerivedType(typeof(BanCorrected), "ban-corrected")]
[JsonDerivedType(typeof(ItemPut), "item-put")]
[JsonDerivedType(typeof(BanNoted), "ban-noted")]
[JsonDerivedType(typeof(ApplicantChanged), "applicant-changed")]
[JsonDerivedType(typeof(ItemsRanked), "items-ranked")]
[JsonDerivedType(typeof(CaseJoined), "case-joined")]
[JsonDerivedType(typeof(CasePinned), "case-pinned")]
[JsonDerivedType(typeof(MessageSent), "message-sent")]
[JsonDerivedType(typeof(MessageHeard), "message-heard")]
[JsonDerivedType(typeof(NoticePublished), "notice-published")]
[JsonDerivedType(typeof(ObjectionReceived), "objection-received")]
[JsonDerivedType(typeof(NoticeEntryClosed), "notice-entry-closed")]
[JsonDerivedType(typeof(NoticeEntryDropped), "notice-entry-dropped")]
[JsonDerivedType(typeof(ExpertSeated), "expert-seated")]
[JsonDerivedType(typeof(ExpertRecused), "expert-recused")]
[JsonDerivedType(typeof(ScoreGiven), "score-given")]
[JsonDerivedType(typeof(OccurrenceOpened), "occurrence-opened")]
[JsonDerivedType(typeof(OccurrenceClosed), "occurrence-closed")]
[JsonDerivedType(typeof(ItemAnswered), "item-answered")]
[JsonDerivedType(typeof(UnitsNamed), "units-named")]
[JsonDerivedType(typeof(ValuesFiled), "values-filed")]
[JsonDerivedType(typeof(ValuesVerified), "values-verified")]
[JsonDerivedType(typeof(FundsRecorded), "funds-recorded")]
[JsonDerivedType(typeof(FundsReversed), "funds-reversed")]
[JsonDerivedType(typeof(FundShareShort), "fund-share-short")]
[JsonDerivedType(typeof(InstrumentIssued), "instrument-issued")]
[JsonDerivedType(typeof(RosterFiled), "roster-filed")]
[JsonDerivedType(typeof(RosterCounted), "roster-counted")]
[JsonDerivedType(typeof(PlanDrafted), "plan-drafted")]
[JsonDerivedType(typeof(PlanAdopted), "plan-adopted")]
[JsonDerivedType(typeof(PlanJudged), "plan-judged")]
[JsonDerivedType(typeof(DocumentAnnounced), "document-announced")]
[JsonDerivedType(typeof(LetterIssued), "letter-issued")]
[JsonDerivedType(typeof(LetterNumbered), "letter-numbered")]
[JsonDerivedType(typeof(LetterSealed), "letter-sealed")]
[JsonDerivedType(typeof(EntryRegistered), "entry-registered")]
[JsonDerivedType(typeof(PartyRegistered), "party-registered")]
[JsonDerivedType(typeof(PartyRenamed), "party-renamed")]
[JsonDerivedType(typeof(RoleGranted), "role-granted")]
[JsonDerivedType(typeof(RoleEnded), "role-ended")]
[JsonDerivedType(typeof(PersonAdded), "person-added")]
[JsonDerivedType(typeof(PersonRemoved), "person-removed")]
[JsonDerivedType(typeof(PersonSecured), "person-secured")]
[JsonDerivedType(typeof(OfficeOpened), "office-opened")]
[JsonDerivedType(typeof(PackUseChanged), "pack-use-changed")]
[JsonDerivedType(typeof(PackPublished), "pack-published")]
[JsonDerivedType(typeof(CalendarLoaded), "calendar-loaded")]
[JsonDerivedType(typeof(SettingChanged), "setting-changed")]
public abstract record Change
{
    private Change()
    {
    }

    public sealed record CaseOpened(
        string Kind, PackRevision Pack, string Number, string Title, string? Region,
        ImmutableArray<Applicant> Applicants, string Standing, DateOnly On) : Change;

    public sealed record CaseAdopted(
        string Kind, PackRevision Pack, string Number, string Title, string? Region,
        ImmutableArray<Applicant> Applicants, string Standing, DateOnly Since,
        ImmutableArray<string> SettledOccurrences) : Change;

    /// <summary>The case is decided under another revision of its pack from here on.</summary>
    /// <param name="Spared">Occurrences that the new revision would have asked for before it was in force here: they are not owed.</param>
    public sealed record MovedToPack(PackRevision From, PackRevision To, RevisionMap Map, ImmutableArray<string> Spared) : Change;

    public sealed record AnswersSaved(ImmutableSortedDictionary<string, FieldValue> Answers) : Change;

    /// <summary>Values that later decisions read were carried into the case; the title and the region among them.</summary>
    public sealed record FieldsSet(ImmutableSortedDictionary<string, FieldValue> Fields, string? Title, string? Region) : Change;

    public sealed record ProcedureStarted(
        string Id, string Name, string Key, string? Occurrence, PartyId? Opener, ImmutableSortedDictionary<string, string> With) : Change;

    /// <param name="Returned">Whether the stage it came from waits for the file to come back.</param>
    public sealed record StageEntered(string Procedure, string Stage, int Visit, DateTimeOffset At, bool Returned) : Change;

    public sealed record ProcedureEnded(string Procedure, string Result) : Change;

    public sealed record ProcedureStopped(string Procedure, string Because) : Change;

    public sealed record ActionTaken(
        string? Procedure, string? Stage, string Action, string? Role, ImmutableSortedDictionary<string, FieldValue> Inputs,
        Confided? Reason, string? Finding, ImmutableArray<string> Attested, Source? Source) : Change;

    /// <summary>Somebody chose where the text leaves a choice.</summary>
    public sealed record DiscretionUsed(string Procedure, string Question, string Chosen, string Offered, Confided? Reason) : Change;

    /// <param name="Procedure">The procedure it was filed in; empty for one that an adoption or a correction rests on.</param>
    public sealed record DocumentFiled(string Procedure, FiledDocument Document, PartyId? By) : Change;

    public sealed record RoleSigned(string Procedure, string Role, PartyId? Party) : Change;

    public sealed record SignaturesVoided(string Procedure) : Change;

    public sealed record OptionalActHeld(string Procedure, string Act, Confided? Reason) : Change;

    /// <summary>A stage's deadline, or the end of one where null.</summary>
    public sealed record DeadlineSet(string Procedure, Deadline? Due) : Change;

    public sealed record DeadlinePaused(string Procedure, string Stage, Deadline? Due) : Change;

    public sealed record DeadlineMoved(string Deadline, DateOnly Was, Deadline Now, string Because) : Change;

    public sealed record ReminderFellDue(string Deadline, int Rung, bool Told) : Change;

    public sealed record DeadlineMissed(string Deadline) : Change;

    public sealed record DeadlineEscalated(string Deadline) : Change;

    public sealed record HolderAskedAgain(string Procedure, int Times) : Change;

    /// <summary>A task goes on with one person of those who hold it (转办).</summary>
    public sealed record TaskHandedOver(string Procedure, Assignment To, Confided? Note) : Change;

    /// <summary>Something that had already happened was filed after the time the text gives for it.</summary>
    public sealed record FiledLate(string Procedure, string Mark, DateOnly Last, Source Source) : Change;

    public sealed record MarkSet(string Mark, DateOnly Date, DateOnly On, string? DerivedFrom) : Change;

    /// <param name="Papers">The documents it rests on, as slot and version.</param>
    public sealed record MarkCorrected(string Mark, DateOnly Was, DateOnly Date, DateOnly On, Confided Reason, ImmutableArray<string> Papers) : Change;

    /// <param name="Papers">The documents it rests on, as slot and version.</param>
    public sealed record StandingCorrected(string From, string To, DateOnly On, Confided Reason, ImmutableArray<string> Papers) : Change;

    public sealed record StandingChanged(string From, string To, DateOnly On, Source? Source) : Change;

    public sealed record FlagRaised(string Flag) : Change;

    public sealed record FlagLowered(string Flag) : Change;

    /// <param name="First">Whether it gave the standing; a later one adds its finding and its bans alone.</param>
    public sealed record OutcomeApplied(string Outcome, bool First, Source Source) : Change;

    /// <param name="Warned">Subjects not barred themselves, of whom whoever reviews their applications is warned.</param>
    public sealed record BanImposed(
        string Ban, string Subject, ImmutableArray<string> Scope, DateOnly First, DateOnly Last, Source Source, ImmutableArray<string> Warned = default) : Change;

    /// <summary>A ban was recorded wrongly: its subject or its days are others, or it binds nobody.</summary>
    /// <param name="Number">Which of the case's bans, from 1.</param>
    /// <param name="Papers">The documents it rests on, as slot and version.</param>
    public sealed record BanCorrected(
        int Number, string Ban, string Subject, DateOnly First, DateOnly Last, bool Lifted, DateOnly On, Confided Reason, ImmutableArray<string> Papers) : Change;

    /// <summary>A ban was found that does not bind this applicant and is to be looked at all the same.</summary>
    public sealed record BanNoted(string Subject, ImmutableArray<string> Scope, DateOnly Last, string Article) : Change;

    /// <summary>Another party stands in for an applicant, as after a merger.</summary>
    public sealed record ApplicantChanged(string Role, PartyId Party) : Change;

    public sealed record ItemPut(string Key, string State, string Title) : Change;

    /// <summary>The experts' scores were added up, once every one of them had given all of his.</summary>
    public sealed record ItemsRanked(string Procedure, ImmutableArray<RankedItem> Ranking) : Change;

    public sealed record CaseJoined(string Link, CaseId Case) : Change;

    /// <summary>The case goes on under the revision of the round it joined.</summary>
    public sealed record CasePinned(PackRevision Pack) : Change;

    public sealed record MessageSent(CaseId To, string Link, long Sequence, string Say, ImmutableSortedDictionary<string, string> With) : Change;

    /// <param name="Heeded">Whether something waited for it.</param>
    public sealed record MessageHeard(CaseId From, string Link, long Sequence, string Say, bool Heeded) : Change;

    public sealed record NoticePublished(string Procedure, string Slot, DateOnly From, DateOnly Last, ImmutableArray<string> Entries) : Change;

    public sealed record ObjectionReceived(
        string Procedure, string Entry, string Receipt, Confided? Objector, Confided? Contact, Confided Text,
        ImmutableArray<FiledDocument> Documents) : Change;

    public sealed record NoticeEntryClosed(string Procedure, string Entry, bool Opposed) : Change;

    public sealed record NoticeEntryDropped(string Procedure, string Entry) : Change;

    public sealed record ExpertSeated(string Procedure, PartyId Expert) : Change;

    public sealed record ExpertRecused(string Procedure, PartyId Expert, Confided Reason) : Change;

    public sealed record ScoreGiven(
        string Procedure, PartyId Expert, string Subject, ImmutableSortedDictionary<string, decimal> Scores, Confided? Opinion) : Change;

    public sealed record OccurrenceOpened(Occurrence Occurrence) : Change;

    public sealed record OccurrenceClosed(string Id, OccurrenceState State) : Change;

    /// <summary>One item no longer owes a round: it filed, in time or late, or it need not any more.</summary>
    public sealed record ItemAnswered(string Occurrence, string Item, OccurrenceState State) : Change;

    /// <summary>Who leads an item and who shares in it from now on.</summary>
    public sealed record UnitsNamed(string Item, ImmutableArray<string> Lead, ImmutableArray<string> Responsible) : Change;

    /// <param name="Period">The period's key, or <see cref="MeasuredValue.Baseline"/>.</param>
    /// <param name="AsOf">The last day that the values speak of.</param>
    public sealed record ValuesFiled(
        string Procedure, string Item, string Period, DateOnly AsOf, ImmutableSortedDictionary<string, FieldValue> Values) : Change
    {
        /// <summary>The version of the plan in force on the day they were reported; null where there is none but the pack.</summary>
        public int? Plan { get; init; }

        /// <summary>Whether they came after their report was due.</summary>
        public bool Late { get; init; }
    }

    public sealed record ValuesVerified(string Procedure, string Item, string Period) : Change;

    /// <param name="As">budget, payment or recovery.</param>
    /// <param name="Amounts">In yuan, by name.</param>
    public sealed record FundsRecorded(string Procedure, string As, DateOnly On, ImmutableSortedDictionary<string, decimal> Amounts) : Change;

    /// <summary>An entry of the funds was taken back, whole: entries are reversed and never edited.</summary>
    /// <param name="Entry">The entry that no longer counts, with what it was: <paramref name="As"/>, <paramref name="On"/> and <paramref name="Amounts"/>.</param>
    public sealed record FundsReversed(string Procedure, string Entry, string As, DateOnly On, ImmutableSortedDictionary<string, decimal> Amounts) : Change;

    /// <summary>With what was just entered, the year's share falls short of a fund rule.</summary>
    public sealed record FundShareShort(string Rule, string As, int Year, decimal Part, decimal Whole) : Change;

    public sealed record InstrumentIssued(string Item, string Instrument, FiledDocument Document) : Change;

    /// <summary>Some bodies came onto a roster, left it, or were put right.</summary>
    public sealed record RosterFiled(string Roster, ImmutableArray<RosterMember> Members) : Change;

    /// <summary>A roster was counted: after a filing, or because a day came on which other conditions are unmet.</summary>
    /// <param name="Fell">The watched conditions that were met until then.</param>
    /// <param name="Regained">Those that are met again.</param>
    public sealed record RosterCounted(
        string Roster, RosterDay Now, ImmutableArray<RosterDay> Coming, ImmutableArray<string> Fell, ImmutableArray<string> Regained) : Change;

    /// <summary>What a plan would say was entered beside its paper; nobody is held to it before it is adopted.</summary>
    public sealed record PlanDrafted(string Procedure, ImmutableArray<PlanClause> Lines) : Change;

    public sealed record PlanAdopted(int Version, FiledDocument Document, DateOnly On) : Change
    {
        /// <summary>The procedure it came in, whose draft it takes over.</summary>
        public string? Procedure { get; init; }
    }

    /// <summary>An assessment was made against a version of the plan.</summary>
    public sealed record PlanJudged(string Procedure, int Version) : Change;

    public sealed record DocumentAnnounced(string Slot, FiledDocument Document, DateOnly On) : Change;

    /// <summary>A letter, with the values it was rendered from.</summary>
    public sealed record LetterIssued(string Template, ImmutableSortedDictionary<string, string> Values, Confided? Reason) : Change
    {
        /// <summary>The letter that this one corrects and stands in for; null for a first one.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Supersedes { get; init; }
    }

    /// <summary>The office gave a letter its 文号 and kept it as it is from then on.</summary>
    /// <param name="Letter">The letter, as entry and template.</param>
    /// <param name="Number">Null for one that has none, a certificate.</param>
    /// <param name="Page">The printed page as issued.</param>
    /// <param name="Docx">The same as a text document.</param>
    /// <param name="Pack">The revision that its template stands in.</param>
    /// <param name="TemplateRevision">The hash of the template's own words.</param>
    public sealed record LetterNumbered(
        string Letter, string Template, string? Number, LetterPaper Page, LetterPaper Docx, PackRevision Pack, string TemplateRevision) : Change;

    /// <summary>A certified seal service answered with the sealed document.</summary>
    public sealed record LetterSealed(string Letter, string Template, LetterPaper Paper, string Service) : Change;

    public sealed record EntryRegistered(string Register, string Value) : Change;

    public sealed record PartyRegistered(string Name, string? Code, DateOnly On) : Change;

    public sealed record PartyRenamed(string Name, DateOnly From) : Change;

    public sealed record RoleGranted(DatedRole Role) : Change;

    public sealed record RoleEnded(string Role, string? Region, DateOnly Last) : Change;

    public sealed record PersonAdded(PersonId Person, Confided Name, Confided Email) : Change;

    public sealed record PersonRemoved(PersonId Person) : Change;

    public sealed record PersonSecured(PersonId Person, bool Secured) : Change;

    public sealed record OfficeOpened(string Name, DateOnly On) : Change;

    /// <summary>New cases open under a pack, or no longer do.</summary>
    public sealed record PackUseChanged(string Pack, bool InUse) : Change;

    public sealed record PackPublished(PackRevision Revision) : Change;

    public sealed record CalendarLoaded(string Revision) : Change;

    public sealed record SettingChanged(string Name, string Value) : Change;
}
