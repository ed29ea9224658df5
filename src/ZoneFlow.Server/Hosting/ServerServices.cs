using System.Security.Cryptography;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Policies.Calendars;
using ZoneFlow.Policies.Drawing;
using ZoneFlow.Policies.Comparing;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Calendars;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Effects;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Links;
using ZoneFlow.Runtime.Migrating;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Runtime.Watching;
using ZoneFlow.Server.Backups;
using ZoneFlow.Server.Documents;
using ZoneFlow.Server.Mail;
using ZoneFlow.Server.Sqlite;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Server.Hosting;

/// <summary>The server head's parts: the shell over SQLite, a folder of documents, and mail.</summary>
internal static class ServerServices
{
    /// <summary>How far a stored state may fall behind: a case is read afresh seldom, and some entries are folded in no time.</summary>
    public const int StatesEvery = 16;

    /// <param name="time">The office's clock: the wall's, or a demonstration's.</param>
    public static void AddServer(
        this IServiceCollection services, DataFolder folder, ServerSettings settings, ShellOptions options, TimeProvider time, WallClock wall, Action<string>? crashPoint)
    {
        services.AddSingleton(folder);
        services.AddSingleton(settings);
        services.AddSingleton(options);
        services.AddSingleton(time);
        services.AddSingleton(wall);
        services.AddSingleton<RandomBytes>(RandomNumberGenerator.GetBytes);
        services.AddSingleton(settings.Uploads);
        services.AddSingleton(SealCommand.Of(settings.Seal));
        services.AddSingleton(settings.Scanner.Scanner());

        services.AddSingleton(_ => new SqliteStore(folder.Store, crashPoint));
        services.AddSingleton<ICaseStore>(s => s.GetRequiredService<SqliteStore>());
        services.AddSingleton<IDocumentStore>(_ => new FolderDocuments(folder.Documents, wall.Time));
        services.AddSingleton<IMailer>(_ => Mailer(folder, settings.Mail));

        services.AddSingleton(s => new ShippedCalendar(CalendarFile.LoadShipped()));
        services.AddSingleton<CalendarReader>(_ => CalendarFiles.Read);
        services.AddSingleton(s =>
        {
            var rulebooks = new Rulebooks(FirstStart.Reader(s.GetRequiredService<ICaseStore>()), WorkingCalendar.Of(s.GetRequiredService<ShippedCalendar>().Revisions));
            rulebooks.OpenAt(settings.Opening);
            return rulebooks;
        });
        services.AddSingleton<Bell>();
        services.AddSingleton(_ => new CaseCache());
        services.AddSingleton<FreshEffects>();
        services.AddSingleton<Precedence>();
        services.AddSingleton<Claims>();
        services.AddSingleton<LookUps>();
        services.AddSingleton(s => new Cases(
            s.GetRequiredService<ICaseStore>(), s.GetRequiredService<Rulebooks>(), s.GetRequiredService<LookUps>(), time,
            s.GetRequiredService<ILogger<Cases>>(), s.GetRequiredService<CaseCache>(), _ => s.GetRequiredService<Bell>().Ring(), crashPoint, StatesEvery, s.GetRequiredService<FreshEffects>(),
            s.GetRequiredService<Precedence>()));
        services.AddSingleton<Parties>();
        services.AddSingleton<Registrar>();
        services.AddSingleton(s => new LivingCalendar(
            s.GetRequiredService<ICaseStore>(), s.GetRequiredService<Cases>(), s.GetRequiredService<Rulebooks>(), s.GetRequiredService<Registrar>(), time,
            s.GetRequiredService<ShippedCalendar>(), crashPoint));
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
        services.AddSingleton<MailRendering>();
        services.AddSingleton<MailRenderer>(s => s.GetRequiredService<MailRendering>().TellAsync);
        services.AddSingleton<SignInMailRenderer>(s => s.GetRequiredService<MailRendering>().SignInAsync);
        services.AddSingleton(new PackDrawings(
            (pack, name) => Diagrams.Of(pack, name) is { } diagram ? SvgDiagram.Of(diagram) : null,
            (pack, name) => Diagrams.Of(pack, name) is { } diagram ? MermaidDiagram.Of(diagram) : null));
        services.AddSingleton<WakeUp>(s => s.GetRequiredService<Bell>().Ring);
        services.AddSingleton<Mailings>();
        services.AddSingleton<EffectRuns>();
        services.AddSingleton(s => new Courier(
            s.GetRequiredService<ICaseStore>(), s.GetRequiredService<EffectRuns>().RunAsync, time,
            s.GetRequiredService<ILogger<Courier>>(), crashPoint, s.GetRequiredService<FreshEffects>()));
        services.AddSingleton(_ => RootKeyFile.Open(folder, settings.Evidence));
        services.AddSingleton<DailyRoots>();
        services.AddSingleton<UploadScans>();
        services.AddSingleton<DocumentsNamed>(_ => _ => Task.FromResult(StoreContents.Documents(folder.Store)));
        services.AddSingleton<DocumentDeletions>();
        services.AddSingleton<OrphanSweep>();
        services.AddSingleton<Clockwork>();
        services.AddSingleton<FirstStart>();
        services.AddSingleton<Engine>();
        services.AddSingleton<Alerts>();
        services.AddHostedService(s => s.GetRequiredService<Engine>());
        services.AddSingleton(settings.Telemetry);
        services.AddHostedService<Telemetry>();
    }

    private static IMailer Mailer(DataFolder folder, MailSettings mail) => mail.Host is { Length: > 0 } host
        ? new SmtpMailer(new SmtpOptions { Host = host, Port = mail.Port, StartTls = mail.StartTls, UserName = mail.UserName, Password = mail.Password })
        : new EmlFolder(folder.Mail);
}
