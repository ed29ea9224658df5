using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Archiving;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Papers;

namespace ZoneFlow.Web.Showing;

/// <summary>What the case work's routes are served by; each head adds them beside its ports and the shell.</summary>
public static class CaseWorkServices
{
    public static IServiceCollection AddCaseWork(this IServiceCollection services) => services
        .AddSingleton<PageIntake>().AddSingleton<Acts>().AddSingleton<Histories>().AddSingleton<ConfidentialLines>().AddSingleton<FieldOptions>()
        .AddSingleton<CasePages>().AddSingleton<PaperPages>().AddSingleton<LetterPages>().AddSingleton<DossierWriter>().AddSingleton<ImportedDossiers>().AddSingleton<SheetPrints>().AddSingleton<LetterPapersOfCases>().AddSingleton<LetterKeeping>().AddSingleton<PreviewPages>().AddSingleton<OutcomePages>().AddSingleton<ActionPages>().AddSingleton<FormPages>()
        .AddSingleton<PanelPages>().AddSingleton<WorklistPages>().AddSingleton<LinkDoor>()
        .AddSingleton<DoneWork>().AddSingleton<MonthPages>().AddSingleton<OverviewPages>().AddSingleton<LookedUpCases>()
        .AddSingleton<PlanFields>().AddSingleton<PlanPages>().AddSingleton<OwedReports>().AddSingleton<ValuePages>().AddSingleton<RosterPages>().AddSingleton<ScoreCache>().AddSingleton<PortfolioPages>()
        .AddSingleton<ActionWork>().AddSingleton<PanelWork>().AddSingleton<ScoreWork>()
        .AddSingleton<MeetingLists>().AddSingleton<FileChecks>().AddSingleton<CorrectionPages>().AddSingleton<AdoptionPages>().AddSingleton<HandOverPages>().AddSingleton<HandOverWork>();
}
