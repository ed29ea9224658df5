namespace ZoneFlow.Server.Demo;

/// <summary>What only a demonstration has.</summary>
internal static class DemoServices
{
    public static void AddDemo(this IServiceCollection services, Hosting.DataFolder folder)
    {
        services.AddSingleton<DemoSeed>();
        _ = folder;
    }
}
