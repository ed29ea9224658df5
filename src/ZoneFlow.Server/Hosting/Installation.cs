using ZoneFlow.Runtime.Calendars;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Server.Sqlite;

namespace ZoneFlow.Server.Hosting;

/// <summary>
/// An installation opened by a command while no server runs on it: the same shell over the same folder, without pages,
/// timers or mail. What a command commits waits in the outbox for the server.
/// </summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Installation(ServiceProvider services) => _services = services;

    public LivingCalendar Calendar => Service<LivingCalendar>();

    /// <param name="isNew">Whether the folder may be an empty one, which another installation is to be taken into.</param>
    /// <exception cref="DataFolderException">There is no installation in the folder, or one of the other kind.</exception>
    /// <exception cref="StoreInUseException">A server runs on it.</exception>
    public static async Task<Installation> OpenAsync(
        string path, CancellationToken cancellationToken, Action<IServiceCollection>? also = null, bool isNew = false)
    {
        var (folder, demo) = isNew ? (DataFolder.Open(path, false), false) : DataFolder.Existing(path);
        var settings = SettingsFile.Read(folder, new ConfigurationBuilder());
        var wall = TimeProvider.System;
        var clock = demo ? new MovableClock(wall) : wall;
        var services = new ServiceCollection();
        services.AddLogging(l => l.AddSimpleConsole(c => c.SingleLine = true).SetMinimumLevel(LogLevel.Warning));
        var shell = new ShellOptions((settings.BaseAddress ?? "http://127.0.0.1").TrimEnd('/'), new Mailbox(settings.Mail.From, "ZoneFlow"));
        services.AddServer(folder, settings, shell, clock, new WallClock(wall), CrashPoint.FromEnvironment());
        also?.Invoke(services);
        var installation = new Installation(services.BuildServiceProvider());
        try
        {
            if (clock is MovableClock movable)
            {
                await movable.StartAsync(installation.Service<ICaseStore>(), Demo.DemoSeed.Beginning, cancellationToken);
            }

            if (!isNew)
            {
                await installation.Calendar.StartAsync(cancellationToken);
            }

            return installation;
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    public T Service<T>() where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
