using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ZoneFlow.Runtime.Archiving;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Effects;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Previews;
using ZoneFlow.Runtime.Watching;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Api;
using ZoneFlow.Web.Archiving;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>What every head does to serve the pages and the JSON interface.</summary>
public static class WebServices
{
    /// <summary>Adds what is the web's own. What a head may choose differently it adds itself, before or after.</summary>
    public static IServiceCollection AddZoneFlowWeb(this IServiceCollection services)
    {
        services.TryAddSingleton(UploadLimits.Default);
        services.TryAddSingleton(SealService.None);
        services.TryAddSingleton(PreviewLimits.Default);
        services.AddSingleton<Thumbnails>();
        services.TryAddSingleton(new CrashHook());
        services.TryAddSingleton(new DemoMode(false));
        services.TryAddSingleton<WakeUp>(() => { });
        services.TryAddSingleton(PackDrawings.None);
        services.TryAddSingleton(PackPublishing.None);
        services.AddSingleton<RateLimits>();
        services.AddSingleton<Desk>();
        services.AddSingleton<Erasures>();
        services.AddSingleton<Readings>();
        services.AddSingleton<Retention>();
        services.AddSingleton<CaseArchiver>();
        services.TryAddSingleton(EvidenceKey.None);
        services.TryAddSingleton<DailyRoots>();
        services.TryAddSingleton(ScanResult.NoScanner);
        services.TryAddSingleton<InfectionTold>(s => s.GetRequiredService<InfectionMails>().TellAsync);
        services.AddSingleton<InfectionMails>();
        services.TryAddSingleton<UploadScans>();
        services.AddSingleton<UploadQuota>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<FormIntake>();
        services.AddSingleton<CaseOpening>();
        services.AddSingleton<Objections>();
        services.AddSingleton<Registers>();
        services.AddSingleton<FollowedCases>();
        services.AddSingleton<DatedWork>();
        services.AddSingleton<LookUpCodes>();
        services.AddSingleton<Dossiers>();
        services.AddSingleton<Frames>();
        services.AddSingleton<SignInLinks>();
        services.AddCaseWork();
        services.AddSingleton<Notices>();
        services.AddSingleton<NoticeViews>();
        services.AddSingleton<Announcements>();
        services.AddSingleton<ObjectionReceipts>();
        services.AddSingleton<RoleOptions>();
        services.AddSingleton<PartyForms>();
        services.AddSingleton<PartyImport>();
        services.AddSingleton<PartyViews>();
        services.AddSingleton<OperatorViews>();
        services.AddSingleton<ReminderViews>();
        services.AddSingleton<PublishViews>();
        services.AddSingleton<Health>();
        services.AddSingleton<HealthViews>();
        services.AddSingleton<ErasureViews>();
        services.AddSingleton<DeletionViews>();
        services.AddSingleton<ArchivingViews>();
        services.AddSingleton<CalendarViews>();
        services.AddSingleton<DemoPeople>();
        services.AddSingleton<DemoViews>();
        services.AddSingleton<MailRendering>();
        services.TryAddSingleton<MailRenderer>(s => s.GetRequiredService<MailRendering>().TellAsync);
        services.TryAddSingleton<SignInMailRenderer>(s => s.GetRequiredService<MailRendering>().SignInAsync);
        services.TryAddSingleton<AlertRenderer>(s => s.GetRequiredService<MailRendering>().AlertAsync);
        services.AddRouting();
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
        services.AddOpenApi(o => o.ShouldInclude = d => d.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true);
        return services;
    }

    /// <summary>The pipeline: what goes wrong is answered outside everything, and nothing is run before the access table has agreed.</summary>
    public static IApplicationBuilder UseZoneFlow(this IApplicationBuilder app) => app
        .UseMiddleware<Failures>()
        .UseMiddleware<Headers>()
        .UseMiddleware<SameOrigin>()
        .UseMiddleware<HeadRequests>()
        .UseRouting()
        .UseMiddleware<AccessTable>()
        .UseEndpoints(routes => routes.MapZoneFlow());
}
