using System.Collections.Immutable;
using System.Diagnostics;

namespace ZoneFlow.Core.Cases;

public static partial class Lifecycle
{
    /// <summary>The state after an entry of the journal. State is the fold of its journal, and nothing else.</summary>
    public static CaseState Apply(CaseId id, CaseState? state, Entry entry)
    {
        foreach (var change in entry.Changes)
        {
            state = Apply(id, state, change);
        }

        return state! with { Version = entry.Sequence, LastAt = entry.At };
    }

    internal static CaseState Apply(CaseId id, CaseState? state, Change change) => (change, state) switch
    {
        (Change.CaseOpened c, null) => Empty(id, c.Kind, c.Number, c.Title) with
        {
            Pack = c.Pack, Region = c.Region, Applicants = c.Applicants, Standing = c.Standing, StandingSince = c.On,
        },
        (Change.CaseAdopted c, null) => Empty(id, c.Kind, c.Number, c.Title) with
        {
            Pack = c.Pack, Region = c.Region, Applicants = c.Applicants, Standing = c.Standing, StandingSince = c.Since,
            Past = c.SettledOccurrences.ToImmutableSortedDictionary(o => o, _ => OccurrenceState.Settled, StringComparer.Ordinal),
        },
        (Change.PartyRegistered c, null) => Empty(id, CaseKinds.Party, "", c.Name) with
        {
            Party = new PartyFacts(c.Code, [new DatedName(c.Name, c.On)], [], []), StandingSince = c.On,
        },
        (Change.OfficeOpened c, null) => Empty(id, CaseKinds.Office, "", c.Name) with
        {
            Office = new OfficeFacts(Map<Policies.PackRevision>(), [], Map<string>()), StandingSince = c.On,
        },
        (_, null) => throw new UnreachableException($"{change.GetType().Name} before the case was opened."),
        _ => ApplyToOpen(state, change),
    };

    private static CaseState ApplyToOpen(CaseState s, Change change) => change switch
    {
        Change.MovedToPack c => Moved(s, c),
        Change.FieldsSet c => s with { Fields = s.Fields.SetItems(c.Fields), Title = c.Title ?? s.Title, Region = c.Region ?? s.Region },
        Change.ProcedureStarted c => s with { Procedures = s.Procedures.Add(Started(c)) },
        Change.StageEntered c => With(s, c.Procedure, p => p with
        {
            Stage = c.Stage, Visit = c.Visit, Entered = c.At, Paused = null, Signed = [], Held = Set(),
            Seats = [], Entries = [], Due = null, AskedAgain = 0, Assigned = [],
        }),
        Change.ProcedureEnded c => Without(s, c.Procedure, c.Result),
        Change.ProcedureStopped c => Without(s, c.Procedure, "stopped"),
        Change.DocumentFiled c => With(s, c.Procedure, p => p with { Filed = Put(p.Filed, new Filing(p.Visit, c.Document)) }) with
        {
            Filed = s.Filed.SetItem(c.Document.Slot, c.Document.Version),
        },
        Change.RoleSigned c => With(s, c.Procedure, p => p with { Signed = p.Signed.Add(new Signature(c.Role, c.Party)) }),
        Change.SignaturesVoided c => With(s, c.Procedure, p => p with { Signed = [] }),
        Change.OptionalActHeld c => With(s, c.Procedure, p => p with { Held = p.Held.Add(c.Act) }),
        Change.DeadlineSet c => With(s, c.Procedure, p => p with { Due = c.Due }),
        Change.DeadlinePaused c => With(s, c.Procedure, p => p with { Paused = new PausedStage(c.Stage, c.Due) }),
        Change.DeadlineMoved c => WithDeadline(s, c.Deadline, _ => c.Now),
        Change.ReminderFellDue c => WithDeadline(s, c.Deadline, d => d with { RungsClaimed = c.Rung + 1 }),
        Change.DeadlineMissed c => WithDeadline(s, c.Deadline, d => d with { Missed = true }),
        Change.DeadlineEscalated c => WithDeadline(s, c.Deadline, d => d with { Escalated = true }),
        Change.HolderAskedAgain c => With(s, c.Procedure, p => p with { AskedAgain = c.Times }),
        Change.TaskHandedOver c => With(s, c.Procedure, p => p with { Assigned = p.Assigned.RemoveAll(a => a.Holder == c.To.Holder).Add(c.To) }),
        Change.MarkSet c => s with { Marks = s.Marks.SetItem(c.Mark, new Mark(c.Date, c.On)) },
        Change.MarkCorrected c => s with { Marks = s.Marks.SetItem(c.Mark, new Mark(c.Date, c.On)) },
        Change.StandingChanged c => s with { Standing = c.To, StandingSince = c.On },
        Change.StandingCorrected c => s with { Standing = c.To, StandingSince = c.On },
        Change.FlagRaised c => s with { Flags = s.Flags.Add(c.Flag) },
        Change.FlagLowered c => s with { Flags = s.Flags.Remove(c.Flag) },
        Change.BanImposed c => s with { Bans = s.Bans.Add(new ImposedBan(c.Ban, c.Subject, c.Scope, c.First, c.Last, c.Source.ToString(), c.Warned, false)) },
        Change.BanCorrected c => s with
        {
            Bans = [.. s.Bans.Select((b, i) => i + 1 == c.Number ? b with { Subject = c.Subject, First = c.First, Last = c.Last, Lifted = c.Lifted } : b)],
        },
        Change.OutcomeApplied c => s with { Outcomes = s.Outcomes.Add(c.Outcome) },
        Change.ItemPut c => s with { Items = Put(s.Items, (s.Item(c.Key) ?? Item.New(c.Key, c.State, c.Title)) with { State = c.State, Title = c.Title }) },
        Change.UnitsNamed c => WithItem(s, c.Item, i => i with { Lead = c.Lead, Responsible = c.Responsible }),
        Change.InstrumentIssued c => WithItem(s, c.Item, i => i with { Issued = i.Issued.Add(c.Instrument) }),
        Change.ItemAnswered c => s with
        {
            Occurrences = [.. s.Occurrences.Select(o => o.Id == c.Occurrence ? o with { Owing = o.Owing.Remove(c.Item) } : o)],
        },
        Change.ItemsRanked c => s with { Items = [.. s.Items.Select(i => Placed(i, c.Ranking))] },
        Change.CasePinned c => s with { Pack = c.Pack },
        Change.ApplicantChanged c => s with { Applicants = [.. s.Applicants.Where(a => a.Role != c.Role), new Applicant(c.Role, c.Party)] },
        Change.CaseJoined c => s with { Links = Joined(s, c) },
        Change.MessageSent c => s with { Links = Sent(s, c) },
        Change.MessageHeard c => s with { Links = Heard(s, c) },
        Change.NoticePublished c => With(s, c.Procedure, p => p with { Entries = [.. c.Entries.Select(e => new NoticeEntry(e, 0, false))] }),
        Change.ObjectionReceived c => WithEntry(s, c.Procedure, c.Entry, e => e with { Objections = e.Objections + 1 }),
        Change.NoticeEntryDropped c => WithEntry(s, c.Procedure, c.Entry, e => e with { Dropped = true }),
        Change.ExpertSeated c => With(s, c.Procedure, p => p with { Seats = p.Seats.Add(new Seat(c.Expert, false, Set())) }),
        Change.ExpertRecused c => WithSeat(s, c.Procedure, c.Expert, t => t with { Recused = true }),
        Change.ScoreGiven c => WithSeat(s, c.Procedure, c.Expert, t => t with { Scored = t.Scored.Add(c.Subject) }),
        Change.OccurrenceOpened c => s with { Occurrences = s.Occurrences.Add(c.Occurrence) },
        Change.OccurrenceClosed c => s with
        {
            Occurrences = s.Occurrences.RemoveAll(o => o.Id == c.Id), Past = s.Past.SetItem(c.Id, c.State),
        },
        Change.RosterCounted c => s with { Rosters = s.Rosters.SetItem(c.Roster, new RosterStanding(c.Now, c.Coming)) },
        Change.PlanAdopted c => s with { Plan = new PlanInForce(c.Version, c.Document, c.On) },
        Change.PartyRenamed or Change.RoleGranted or Change.RoleEnded or Change.PersonAdded or Change.PersonRemoved
            or Change.PersonSecured => ApplyToParty(s, s.Party!, change),
        Change.PackPublished c => s with { Office = s.Office! with { Packs = s.Office.Packs.SetItem(c.Revision.Pack, c.Revision) } },
        Change.PackUseChanged c => s with
        {
            Office = s.Office! with { OutOfUse = c.InUse ? s.Office.OutOfUse.Remove(c.Pack) : s.Office.OutOfUse.Add(c.Pack) },
        },
        Change.CalendarLoaded c => s with { Office = s.Office! with { Calendars = s.Office.Calendars.Add(c.Revision) } },
        Change.SettingChanged c => s with { Office = s.Office! with { Settings = s.Office.Settings.SetItem(c.Name, c.Value) } },

        // What is said for the record and rests in rows, mails or the journal alone.
        Change.AnswersSaved or Change.ActionTaken or Change.DiscretionUsed or Change.FiledLate or Change.BanNoted
            or Change.NoticeEntryClosed or Change.DocumentAnnounced or Change.LetterIssued or Change.LetterNumbered or Change.LetterSealed or Change.EntryRegistered or Change.ValuesFiled
            or Change.ValuesVerified or Change.FundsRecorded or Change.FundsReversed or Change.FundShareShort
            or Change.PlanDrafted or Change.PlanJudged or Change.RosterFiled => s,
        _ => throw new UnreachableException($"{change.GetType().Name} cannot follow in this case."),
    };

    private static CaseState ApplyToParty(CaseState s, PartyFacts party, Change change) => change switch
    {
        Change.PartyRenamed c => s with
        {
            Title = c.Name, Party = party with { Names = [.. party.Names.Add(new DatedName(c.Name, c.From)).OrderBy(n => n.From)] },
        },
        Change.RoleGranted c => s with { Party = party with { Roles = party.Roles.Add(c.Role) } },
        Change.RoleEnded c => s with
        {
            Party = party with
            {
                Roles = [.. party.Roles.Select(r => r.Role == c.Role && r.Region == c.Region && (r.Until is null || r.Until > c.Last) ? r with { Until = c.Last } : r)],
            },
        },
        Change.PersonAdded c => s with { Party = party with { People = party.People.Add(new PersonOfParty(c.Person, c.Name, c.Email, false)) } },
        Change.PersonRemoved c => s with { Party = party with { People = party.People.RemoveAll(p => p.Id == c.Person) } },
        Change.PersonSecured c => s with
        {
            Party = party with { People = [.. party.People.Select(p => p.Id == c.Person ? p with { Secured = c.Secured } : p)] },
        },
        _ => throw new UnreachableException(),
    };
}
