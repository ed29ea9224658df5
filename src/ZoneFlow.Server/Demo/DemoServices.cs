using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Server.Demo;

/// <summary>What only a demonstration has: sample people, kept mails and a clock that moves.</summary>
internal static class DemoServices
{
    public static void AddDemo(this IServiceCollection services, DataFolder folder, MovableClock clock)
    {
        services.AddSingleton<DemoSeed>();
        services.AddSingleton(new DemoMailer(folder.Mail));
        services.AddSingleton<IMailer>(s => s.GetRequiredService<DemoMailer>());
        services.AddSingleton(s => new DemoMailbox(s.GetRequiredService<DemoMailer>().ListAsync, s.GetRequiredService<DemoMailer>().ReadAsync));
        services.AddSingleton(clock);
        services.AddSingleton<ClockMover>();
        services.AddSingleton(s => new DemoClock(s.GetRequiredService<ClockMover>().MoveToAsync));
    }
}
