using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZoneFlow.Web.Api;

/// <summary>Asks for a sign-in link by mail.</summary>
public sealed record SignInRequest(string Email);

/// <summary>A session, to be sent as <c>Authorization: Bearer</c>.</summary>
public sealed record SessionAnswer(string Session);

/// <summary>Opens an application under a policy.</summary>
/// <param name="Policy">The policy's id, such as liaoning-2025.</param>
/// <param name="With">The parties that apply jointly, by role; left out where one party applies alone.</param>
public sealed record OpenZoneRequest(
    string Policy, string Name, string Region, ImmutableSortedDictionary<string, ImmutableArray<string>>? With = null);

/// <summary>Opens a round, for the deciding office.</summary>
public sealed record OpenRoundRequest(string Policy, string Title);

/// <summary>Answers on the application form, by field: a text, a number, true or false, a list, or rows of texts.</summary>
public sealed record AnswersRequest(ImmutableSortedDictionary<string, JsonElement> Answers);

/// <summary>An action on a case.</summary>
/// <param name="Procedure">The procedure's id, as the case shows it; left out for an action that opens one.</param>
/// <param name="Visit">The visit it was shown for: an action on a stage that has moved on is refused.</param>
/// <param name="Attest">The judged criteria attested.</param>
/// <param name="Code">A time-based code, where the action asks for one.</param>
public sealed record ActionRequest(
    string? Procedure = null, int Visit = 0, ImmutableSortedDictionary<string, JsonElement>? Inputs = null, string? Reason = null,
    ImmutableArray<string>? Attest = null, string? Code = null);

/// <summary>Names the experts of a panel, by party.</summary>
public sealed record SeatsRequest(int Visit, ImmutableArray<string> Experts);

/// <summary>An expert steps back.</summary>
public sealed record RecusalRequest(int Visit, string Reason);

/// <summary>An expert's scores of one subject; the subject is the case itself where it is left out.</summary>
public sealed record ScoreRequest(int Visit, ImmutableSortedDictionary<string, decimal> Scores, string? Subject = null, string? Opinion = null);

/// <summary>An objection to one entry of a public notice.</summary>
public sealed record ObjectionRequest(string Entry, string Text, string? Name = null, string? Contact = null);

/// <summary>What an objector is given.</summary>
public sealed record ObjectionAnswer(string Receipt, DateTimeOffset ReceivedAt);

/// <summary>A document that has been filed.</summary>
/// <param name="Sha256">Of its bytes, 64 hex digits.</param>
public sealed record DocumentAnswer(string Slot, int Version, string Sha256, long Size, string MediaType, string Name, DateTimeOffset At)
{
    /// <summary>When its content was deleted; left out while it is there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? DeletedAt { get; init; }
}

/// <summary>A text in Chinese with English beside it.</summary>
public sealed record ApiText(string Zh, string? En);

/// <summary>A date by which something is due.</summary>
/// <param name="DueAt">In time means received before this instant.</param>
/// <param name="Effect">statutory: the text gives it; norm: a default does.</param>
public sealed record ApiDeadline(
    string Id, string Last, DateTimeOffset DueAt, string Effect, string Source, bool Provisional, bool Missed, string Explanation);

/// <summary>A running procedure.</summary>
public sealed record ApiProcedure(
    string Id, ApiText Procedure, string Stage, ApiText StageLabel, int Visit, DateTimeOffset Since, ImmutableArray<string> HeldBy, ApiDeadline? Deadline);

/// <summary>An action that the caller may take now.</summary>
public sealed record ApiOffer(
    string Action, ApiText Label, string? Procedure, int Visit, ImmutableArray<string> Needs, ImmutableArray<string> Asks,
    ImmutableArray<string> Attest, bool ReasonRequired, bool CodeRequired);

/// <summary>A case as the caller sees it.</summary>
public sealed record ApiCase(
    string Id, string Kind, string Number, string Title, string? Region, string Policy, string Revision, string Standing, ApiText StandingLabel,
    ImmutableArray<string> Flags, ImmutableSortedDictionary<string, string> Dates, ImmutableArray<ApiProcedure> Procedures,
    ImmutableArray<ApiDeadline> Duties, ImmutableArray<ApiOffer> Offers, long Version);

/// <summary>One line of a journal.</summary>
public sealed record ApiEntry(long Sequence, DateTimeOffset At, string Cause, ImmutableArray<ApiText> What, string Hash);

/// <summary>A day of a deadline's reckoning.</summary>
public sealed record ApiDay(string Date, string Step, string Day, string? Festival, int? Number);

/// <summary>How a deadline was computed.</summary>
public sealed record ApiExplanation(ApiDeadline Deadline, string Day0, string? Anchor, string? Budget, string Calendar, ImmutableArray<ApiDay> Days);

/// <summary>A zone as the public register lists it.</summary>
public sealed record ApiZone(string Id, string Number, string Title, string? Region, ApiText Standing, string Since);

/// <summary>A public notice.</summary>
public sealed record ApiNotice(
    string Case, string Procedure, string Title, string Issuer, string From, string Last, bool Open, ImmutableArray<ApiNoticeEntry> Entries);

/// <summary>One entry of a public notice.</summary>
public sealed record ApiNoticeEntry(string Key, string Title);

/// <summary>An open task of the caller.</summary>
public sealed record ApiTask(string Case, string Number, string Title, string Procedure, int Visit, ApiText Stage, string? Last, bool Missed);

/// <summary>A policy that cases can be opened under.</summary>
public sealed record ApiPolicy(string Id, string Revision, ApiText Title, string Issuer, ImmutableArray<string> Regions);

/// <summary>Some members of a roster: who has come, who has left, and what is to be put right. Anybody not named stays as they are.</summary>
public sealed record RosterRequest(ImmutableArray<ApiMember> Members);

/// <summary>One stay of one body on a roster.</summary>
/// <param name="Code">Its 统一社会信用代码.</param>
/// <param name="From">The day it came; <paramref name="Until"/> the day it left, left out while it stays.</param>
/// <param name="Values">What the roster's columns say of it: a text, a number, true or false.</param>
public sealed record ApiMember(string Code, string Name, string From, string? Until = null, ImmutableSortedDictionary<string, JsonElement>? Values = null);

/// <summary>A roster as it stands today.</summary>
/// <param name="Counts">What is counted from it, by the field of the form.</param>
/// <param name="Unmet">The watched conditions that are not met, and since when.</param>
public sealed record ApiRoster(
    string Name, ApiText Label, ImmutableSortedDictionary<string, decimal> Counts, ImmutableArray<string> Unmet, string? Since, ImmutableArray<ApiMember> Members);

/// <summary>An indicator of a plan as it stands today.</summary>
/// <param name="Version">The plan's version it is judged by.</param>
/// <param name="Standing">met, onCourse, atRisk, offCourse, missed, pending, baselineMissing or narrative.</param>
/// <param name="Low">The lower end of the forecast's range, nine times in ten, where it is known.</param>
public sealed record ApiIndicator(
    string? Task, string Name, ApiText Label, string? Unit, int Version, string? Due, decimal? Needed, decimal? Value, string Standing, decimal? Forecast,
    decimal? Low, decimal? High);
