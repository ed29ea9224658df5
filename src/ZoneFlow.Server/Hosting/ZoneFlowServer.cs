using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using ZoneFlow.Runtime.Calendars;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Demo;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Server.Hosting;

/// <summary>One server over one data folder: built, made ready, and run.</summary>
internal static class ZoneFlowServer
{
    /// <param name="crashPoint">Called at the named points; a test may end the process there.</param>
    /// <param name="wall">The clock on the wall; a test's own where it moves it.</param>
    /// <param name="also">Adds or replaces services; for tests.</param>
    /// <exception cref="DataFolderException">The folder is of the other kind.</exception>
    public static async Task<WebApplication> StartAsync(ServeOptions options, TextWriter output, Action<string>? crashPoint, CancellationToken cancellationToken, TimeProvider? wall = null, Action<IServiceCollection>? also = null)
    {
        wall ??= TimeProvider.System;
        var folder = DataFolder.Open(options.Data, options.Demo);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = folder.Path });
        var settings = SettingsFile.Read(folder, new ConfigurationBuilder());
        builder.Logging.AddSimpleConsole(c => c.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            .AddFilter(typeof(SecurityLog).FullName, options.Demo ? LogLevel.None : LogLevel.Information);
        builder.WebHost.UseKestrelCore().UseUrls(options.Url);
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = settings.Uploads.MaxBytes * 4;
        });
        builder.Services.AddRoutingCore();

        var clock = options.Demo ? new MovableClock(wall) : wall;
        var shell = new ShellOptions((settings.BaseAddress ?? options.Url).TrimEnd('/'), new Mailbox(settings.Mail.From, "ZoneFlow")) { SignInPace = options.Demo ? null : TimeSpan.FromSeconds(1) };
        builder.Services.AddServer(folder, settings, shell, clock, new WallClock(wall), crashPoint);
        builder.Services.AddSingleton(new CrashHook(crashPoint));
        builder.Services.AddSingleton(new DemoMode(options.Demo));
        builder.Services.AddZoneFlowWeb();
        if (clock is MovableClock moved)
        {
            builder.Services.AddDemo(folder, moved);
        }

        also?.Invoke(builder.Services);

        var app = builder.Build();
        if (settings.Proxies.Length > 0)
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor };
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var proxy in settings.Proxies)
            {
                forwarded.KnownProxies.Add(IPAddress.TryParse(proxy, out var address) ? address
                    : throw new DataFolderException($"ZoneFlow:Proxies里的“{proxy}”不是IP地址。 It is no address."));
            }

            app.UseForwardedHeaders(forwarded);
        }

        app.UseZoneFlow();
        if (clock is MovableClock movable)
        {
            await movable.StartAsync(app.Services.GetRequiredService<ICaseStore>(), DemoSeed.Beginning, cancellationToken);
        }

        await MakeReadyAsync(app, options, settings, output, cancellationToken);
        return app;
    }

    private static async Task MakeReadyAsync(
        WebApplication app, ServeOptions options, ServerSettings settings, TextWriter output, CancellationToken cancellationToken)
    {
        var first = app.Services.GetRequiredService<FirstStart>();
        var isNew = await first.RunAsync(settings.Office ?? (options.Demo ? Samples.Office : null), !options.Demo, options.Packs, cancellationToken);
        await app.Services.GetRequiredService<LivingCalendar>().StartAsync(cancellationToken);
        if (options.Demo)
        {
            await app.Services.GetRequiredService<DemoSeed>().RunAsync(cancellationToken);
        }

        await app.StartAsync(cancellationToken);
        var address = app.Services.GetRequiredService<ShellOptions>().BaseAddress;
        await output.WriteLineAsync($"ZoneFlow {address}");
        await output.WriteLineAsync($"数据 data: {app.Services.GetRequiredService<DataFolder>().Path}");
        if (options.Demo)
        {
            await output.WriteLineAsync($"演示 demonstration: {address}/demo/personas · {address}/demo/mailbox · {address}/demo/clock");
        }
        else if (isNew || options.OperatorLink)
        {
            await output.WriteLineAsync($"首任管理员一次性登录链接 one-time link for the first operator: {await first.OperatorLinkAsync(cancellationToken)}");
        }
    }
}
