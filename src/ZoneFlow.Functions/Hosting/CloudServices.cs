using System.Security.Cryptography;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SendGrid;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Functions.Mail;
using ZoneFlow.Functions.Stores;
using ZoneFlow.Policies.Calendars;
using ZoneFlow.Policies.Comparing;
using ZoneFlow.Policies.Drawing;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Blobs;
using ZoneFlow.Runtime.Calendars;
using ZoneFlow.Runtime.Cloud;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Effects;
using ZoneFlow.Runtime.Links;
using ZoneFlow.Runtime.Migrating;
using ZoneFlow.Runtime.Orchestrating;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SendGrid;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Runtime.Tables;
using ZoneFlow.Runtime.Watching;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Server.Mail;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Functions.Hosting;

/// <summary>The cloud head's parts: the shell over one of Azure's tables, a container of blobs, and a mail provider.</summary>
internal static class CloudServices
{
    private static readonly Dictionary<StorageKind, Func<StorageSettings, TableClient>> Tables = new()
    {
        [StorageKind.Identity] = s => new TableClient(new Uri(s.Tables), StorageSettings.Table, new DefaultAzureCredential(), new TableClientOptions().Patient()),
        [StorageKind.ConnectionString] = s => new TableClient(s.Tables, StorageSettings.Table, new TableClientOptions().Patient()),
    };

    private static readonly Dictionary<StorageKind, Func<StorageSettings, BlobServiceClient>> Blobs = new()
    {
        [StorageKind.Identity] = s => new BlobServiceClient(new Uri(s.Blobs), new DefaultAzureCredential(), new BlobClientOptions().Patient()),
        [StorageKind.ConnectionString] = s => new BlobServiceClient(s.Blobs, new BlobClientOptions().Patient()),
    };

    private static readonly Dictionary<MailKind, Func<MailRoute, IMailer>> Mailers = new()
    {
        [MailKind.SendGrid] = m => new SendGridMailer(new SendGridClient(new SendGridClientOptions { ApiKey = m.Secret, Host = m.Host })),
        [MailKind.Smtp] = m => new SmtpMailer(new SmtpOptions { Host = m.Host, Port = m.Port, StartTls = true, UserName = m.UserName, Password = m.Secret }),
    };

    /// <param name="time">The office's clock; the wall's but in tests.</param>
    public static IServiceCollection AddCloud(this IServiceCollection services, CloudSettings settings, TimeProvider? time = null)
    {
        services.AddSingleton(settings);
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton(s => new WallClock(s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new ShellOptions(settings.BaseAddress, settings.From));
        services.AddSingleton<RandomBytes>(RandomNumberGenerator.GetBytes);
        services.Configure<KestrelServerOptions>(k => k.Limits.MaxRequestBodySize = UploadLimits.Default.MaxBytes * 4);
        services.AddStores(settings);
        services.AddShell(settings);
        services.AddOrchestration();
        services.AddZoneFlowWeb();
        services.AddSingleton<CloudPipeline>();
        services.AddSingleton<CloudStart>();
        services.AddHostedService(s => s.GetRequiredService<CloudStart>());
        return services;
    }

    private static void AddStores(this IServiceCollection services, CloudSettings settings)
    {
        services.AddSingleton(_ => new AzureTable(Tables[settings.Storage.Kind](settings.Storage)));
        services.AddSingleton(_ => new AzureDocuments(Blobs[settings.Storage.Kind](settings.Storage)));
        services.AddSingleton(s => new TablesStore(s.GetRequiredService<AzureTable>().Table, s.GetRequiredService<WallClock>().Time));
        services.AddSingleton<ICaseStore>(s => s.GetRequiredService<TablesStore>());
        services.AddSingleton(s => s.GetRequiredService<AzureDocuments>().Store);
        services.AddSingleton<IDocumentStore>(s => s.GetRequiredService<BlobDocuments>());
        services.AddSingleton<DocumentKept>(s => s.GetRequiredService<BlobDocuments>().KeepAsync);
        services.AddSingleton<DocumentsNamed>(s => cancellationToken => NamedDocuments.OfAsync(s.GetRequiredService<ICaseStore>(), cancellationToken));
        services.AddSingleton<DocumentDeletions>();
        services.AddSingleton<OrphanSweep>();
        services.AddSingleton(settings.Scanner.Scanner());
        services.AddSingleton(settings.Evidence);
        services.AddSingleton(_ => Mailers[settings.Mail.Kind](settings.Mail));
        services.AddSingleton(s => new SendGridEvents(
            s.GetRequiredService<ICaseStore>(), settings.EventKey, s.GetRequiredService<WallClock>().Time, s.GetRequiredService<ILogger<SendGridEvents>>()));
    }

    private static void AddShell(this IServiceCollection services, CloudSettings settings)
    {
        services.AddSingleton(_ => new ShippedCalendar(CalendarFile.LoadShipped()));
        services.AddSingleton<CalendarReader>(_ => CalendarFiles.Read);
        services.AddSingleton(s =>
        {
            var rulebooks = new Rulebooks(FirstStart.Reader(s.GetRequiredService<ICaseStore>()), WorkingCalendar.Of(s.GetRequiredService<ShippedCalendar>().Revisions));
            rulebooks.OpenAt(settings.Opening);
            return rulebooks;
        });
        services.AddSingleton<Woken>();
        services.AddSingleton<Claims>();
        services.AddSingleton<LookUps>();
        services.AddSingleton(s => new Cases(
            s.GetRequiredService<ICaseStore>(), s.GetRequiredService<Rulebooks>(), s.GetRequiredService<LookUps>(), s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<Cases>>(), woken: s.GetRequiredService<Woken>().Add));
        services.AddSingleton<Parties>();
        services.AddSingleton<Registrar>();
        services.AddSingleton(s => new LivingCalendar(
            s.GetRequiredService<ICaseStore>(), s.GetRequiredService<Cases>(), s.GetRequiredService<Rulebooks>(), s.GetRequiredService<Registrar>(),
            s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ShippedCalendar>()));
        services.AddSingleton<Migrations>();
        services.AddSingleton<PackShelf>();
        services.AddSingleton(s => s.GetRequiredService<PackShelf>().Publishing);
        services.AddSingleton<RevisionMapReader>(_ => (text, name) =>
        {
            var file = RevisionMapFile.Parse(text, name);
            return (file.Map, [.. file.Problems.Select(p => p.ToString())]);
        });
        services.AddSingleton<PackComparison>(_ => PackDifference.Of);
        services.AddSingleton<Office>();
        services.AddSingleton<Numbers>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<CalendarTickets>();
        services.AddSingleton<SecurityLog>();
        services.AddSingleton<CodeTries>();
        services.AddSingleton<Codes>();
        services.AddSingleton<ActionLinks>();
        services.AddSingleton<LetterText>();
        services.AddSingleton(new PackDrawings(
            (pack, name) => Diagrams.Of(pack, name)?.Drawn(SvgDiagram.Of), (pack, name) => Diagrams.Of(pack, name)?.Drawn(MermaidDiagram.Of)));
        services.AddSingleton<Mailings>();
        services.AddSingleton<EffectRuns>();
        services.AddSingleton<Clockwork>();
        services.AddSingleton<FirstStart>();
        services.AddSingleton(s => new Courier(
            s.GetRequiredService<ICaseStore>(), s.GetRequiredService<EffectRuns>().RunAsync, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<Courier>>()));
    }

    private static void AddOrchestration(this IServiceCollection services)
    {
        services.AddSingleton<ShellClock>();
        services.AddSingleton(s => new Sweep(
            s.GetRequiredService<ICaseStore>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<WallClock>(),
            s.GetRequiredService<LivingCalendar>().ReadTwiceAsync, s.GetRequiredService<UploadScans>()));
        services.AddSingleton<Alerts>();
        services.AddSingleton(s => new ZoneActivities(
            s.GetRequiredService<ShellClock>().PassTimeAsync, s.GetRequiredService<TablesStore>().EffectsOfAsync, s.GetRequiredService<Courier>().TryAsync,
            s.GetRequiredService<TablesStore>().ProjectAsync, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<LivingCalendar>().CatchUpAsync));
    }

    private static string Drawn<T>(this T diagram, Func<T, string> draw) => draw(diagram);
}
