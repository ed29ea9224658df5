using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Drawing;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Pages.Plans;

/// <summary>One indicator with all that is known of it.</summary>
/// <param name="Cited">Every place that sets the target: a restated one has several.</param>
/// <param name="Late">Whether its last report came late.</param>
public sealed record ScoreView(
    string Id, Label Title, string Target, string Value, string Needed, string Forecast, DateOnly? Due, ScoreStanding Standing, Label Word, Tone Tone,
    bool Late, string Cited, string Units, ValueChart Chart, IReadOnlyList<ValueView> Values);

/// <summary>One value with who entered it, who confirmed it and what it rests on.</summary>
public sealed record ValueView(
    DateOnly AsOf, string Period, string Value, string EnteredBy, DateTimeOffset EnteredAt, string? ConfirmedBy, DateTimeOffset? ConfirmedAt, int? Plan, bool Late,
    IReadOnlyList<DocumentLine> Evidence);

/// <summary>A task with its indicators; the plan as a whole where <paramref name="Title"/> is null.</summary>
public sealed record TaskView(
    Label? Title, Label? State, string Lead, string Responsible, IReadOnlyList<(Label Title, bool Issued)> Instruments, IReadOnlyList<ScoreView> Scores);

/// <summary>A version, with what it changed; every line it has where it is the first.</summary>
public sealed record VersionView(int Number, DateOnly Since, DocumentLine? Document, IReadOnlyList<VersionChange> Changes, bool IsFirst);

public sealed record VersionChange(string Title, string? Was, string? Now);

public sealed record FundView(FundEntry Entry, Label Kind, string Amounts, string By);

public sealed record ShareView(Label Title, int Year, Label Kind, string Share, string AtLeast, bool Met);

/// <param name="Standings">How many indicators stand how.</param>
/// <param name="CaseHref">The dossier; the plan's other pages lie below it.</param>
/// <param name="ValuesHref">Where values are filled in by spreadsheet; null where the reader owes none.</param>
/// <param name="Draft">What a change request now asks for, against the version in force; null where none is open.</param>
public sealed record PlanPageModel(
    PageFrame Frame, CaseHead Case, string CaseHref, int? Version, DateOnly? End, IReadOnlyList<CountLine> Standings, IReadOnlyList<TaskView> Tasks,
    IReadOnlyList<VersionView> Versions, IReadOnlyList<VersionChange>? Draft, IReadOnlyList<(string Amount, string Balance)> Balances,
    IReadOnlyList<ShareView> Shares, IReadOnlyList<FundView> Funds, string? ValuesHref, string BookHref, IReadOnlyList<OfferLine> Offers) : PageModel(Frame);

/// <summary>The assessment book (考核评估表), prefilled with the plan against what was achieved.</summary>
public sealed record BookPageModel(PageFrame Frame, CaseHead Case, string PlanHref, int? Version, DateOnly? Since, DateOnly Today, IReadOnlyList<TaskView> Tasks) : PageModel(Frame);

/// <summary>A row of a spreadsheet that was read: its cell is named where it is wrong.</summary>
public sealed record ImportedRow(string Cell, string Task, string Indicator, string Value, Label? Wrong);

/// <param name="Owed">The reports whose values are asked for, with how many values wait in each.</param>
/// <param name="Take">The values of the good rows, as names and texts that the form posts.</param>
public sealed record ValuesPageModel(
    PageFrame Frame, CaseHead Case, string PlanHref, string Action, string TemplateHref, string TakeAction, PostTokens Tokens, IReadOnlyList<(Label Report, string Href, int Values)> Owed,
    IReadOnlyList<ImportedRow>? Rows, IReadOnlyList<(string Name, string Value)> Take, Refusal? Refused) : PageModel(Frame);

/// <summary>One case in a list of many.</summary>
public sealed record PortfolioLine(
    string Href, string Number, string Title, string? Region, int Version, int Met, int OnCourse, int AtRisk, int Late, int Unknown, Tone Tone);

/// <summary>One case in a comparison on one indicator.</summary>
public sealed record ComparedLine(string Href, string Title, string Value, string Needed, decimal? Share, Label Word, Tone Tone);

public sealed record PortfolioPageModel(
    PageFrame Frame, IReadOnlyList<Option> Policies, string? Policy, IReadOnlyList<Option> Indicators, string? Indicator, IReadOnlyList<CountLine> Standings,
    int Cases, IReadOnlyList<PortfolioLine> Lines, IReadOnlyList<ComparedLine> Compared, string? Next, string? Export) : PageModel(Frame);
