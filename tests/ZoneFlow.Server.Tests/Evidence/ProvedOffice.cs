using Microsoft.Extensions.DependencyInjection;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.Web.Archiving;

namespace ZoneFlow.Server.Tests.Evidence;

/// <summary>An office with a zone under notice, and the signed root of the day after.</summary>
public sealed class ProvedOffice : IAsyncLifetime
{
    public DemoServer Server { get; } = new();

    public CaseId Zone { get; private set; }

    public DailyRoot Root { get; private set; } = null!;

    public byte[] Archive { get; private set; } = [];

    internal DailyRoots Roots => Server.Services.GetRequiredService<DailyRoots>();

    internal ICaseStore Store => Server.Services.GetRequiredService<ICaseStore>();

    public async Task InitializeAsync()
    {
        await Server.InitializeAsync();
        Zone = new CaseId((await Chapters.NoticedAsync(Server, "沈阳存证集聚区")).Zone);
        Root = await NextRootAsync();
        Archive = await ExportAsync();
    }

    public Task DisposeAsync() => Server.DisposeAsync();

    /// <summary>Lets a night pass and answers the root of the day that follows.</summary>
    public async Task<DailyRoot> NextRootAsync()
    {
        await Server.MoveToAsync(Server.Now.AddDays(1));
        return await Roots.RunAsync(default) ?? (await Roots.LatestAsync(default))!;
    }

    /// <summary>The zone's dossier as it would be taken away now.</summary>
    public async Task<byte[]> ExportAsync()
    {
        var (state, rules) = (await Server.Services.GetRequiredService<Runtime.Shell.Cases>().FindAsync(Zone, default))!.Value;
        using var archive = new MemoryStream();
        await Server.Services.GetRequiredService<DossierWriter>().WriteAsync(state, rules.Policy, archive, default);
        return archive.ToArray();
    }

    /// <summary>The first bad entry of an archive and why; nulls where all of it holds.</summary>
    public static async Task<(string? Entry, string? Why)> CheckAsync(byte[] archive, string? key = null, string? root = null)
    {
        using var stream = new MemoryStream(archive);
        var (_, entry, why) = await DossierCheck.RunAsync(stream, null, default, key, root);
        return (entry, why);
    }
}
