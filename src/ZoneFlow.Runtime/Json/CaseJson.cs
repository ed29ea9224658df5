using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Archiving;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Links;
using ZoneFlow.Runtime.Previews;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Runtime.Json;

/// <summary>How cases are written: strict, small, and the same for ever. What a record leaves out reads as an error, not as a guess.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DictionaryKeyPolicy = JsonKnownNamingPolicy.Unspecified,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowOutOfOrderMetadataProperties = false,
    Converters =
    [
        typeof(CaseIdConverter), typeof(PartyIdConverter), typeof(PersonIdConverter), typeof(SignalIdConverter),
        typeof(ConfidedConverter), typeof(ContentHashConverter), typeof(PeriodConverter),
    ])]
[JsonSerializable(typeof(Entry))]
[JsonSerializable(typeof(CaseState))]
[JsonSerializable(typeof(Effect))]
[JsonSerializable(typeof(SignalBody))]
[JsonSerializable(typeof(FieldValue))]
[JsonSerializable(typeof(DocumentRow))]
[JsonSerializable(typeof(ObjectionRow))]
[JsonSerializable(typeof(ScoreRow))]
[JsonSerializable(typeof(LetterRow))]
[JsonSerializable(typeof(LetterPaperRow))]
[JsonSerializable(typeof(LetterSealRow))]
[JsonSerializable(typeof(NoticeRow))]
[JsonSerializable(typeof(AnnouncementRow))]
[JsonSerializable(typeof(TaskRow))]
[JsonSerializable(typeof(LedgerLine))]
[JsonSerializable(typeof(RosterLine))]
[JsonSerializable(typeof(ImmutableArray<RosterMember>))]
[JsonSerializable(typeof(ScoreRowOfCase))]
[JsonSerializable(typeof(DoneRow))]
[JsonSerializable(typeof(ReminderRow))]
[JsonSerializable(typeof(CaseSummary))]
[JsonSerializable(typeof(CaseOutline))]
[JsonSerializable(typeof(RoleHolderRow))]
[JsonSerializable(typeof(PartyRow))]
[JsonSerializable(typeof(BanInForce))]
[JsonSerializable(typeof(CalendarRevision))]
[JsonSerializable(typeof(ActionLink))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(SignInTicket))]
[JsonSerializable(typeof(CalendarTicket))]
[JsonSerializable(typeof(CodeRecord))]
[JsonSerializable(typeof(WaitingScan))]
[JsonSerializable(typeof(Erasure))]
[JsonSerializable(typeof(DocumentDeletion))]
[JsonSerializable(typeof(ArchivedCase))]
[JsonSerializable(typeof(Reading))]
[JsonSerializable(typeof(WrongCodes))]
[JsonSerializable(typeof(Claim))]
[JsonSerializable(typeof(KeptThumbnail))]
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, string>))]
public sealed partial class CaseJson : JsonSerializerContext
{
    // Chinese stays readable in what is stored; nothing stored is ever put into a page unescaped. Made on first use:
    // the generated half of this class may not have its defaults yet when this half is initialised.
    public static CaseJson Stored => field ??= new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
