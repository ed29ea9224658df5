using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ZoneFlow.Functions.Stores;
using ZoneFlow.Runtime.Cloud;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Moving;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Hosting;

namespace ZoneFlow.Functions.Hosting;

/// <summary>What the program does: serves under the Functions host, or one thing for the operator from a machine with the app's settings.</summary>
internal static class CloudCommands
{
    private static readonly Dictionary<CloudCommandKind, Func<CloudCommand, IHost, Task<string>>> Kinds = new()
    {
        [CloudCommandKind.Serve] = async (_, app) =>
        {
            await app.RunAsync();
            return "";
        },
        [CloudCommandKind.OperatorLink] = async (_, app) =>
        {
            // Not by way of all hosted services: the worker among them needs a Functions host.
            await app.Services.GetRequiredService<CloudStart>().StartAsync(CancellationToken.None);
            return await app.Services.GetRequiredService<FirstStart>().OperatorLinkAsync(CancellationToken.None);
        },
        [CloudCommandKind.Export] = async (command, app) =>
        {
            await using var file = new FileStream(command.File, FileMode.CreateNew);
            return (await new MovingOut(app.Services.GetRequiredService<ICaseStore>(), app.Services.GetRequiredService<IDocumentStore>(), TimeProvider.System)
                .WriteAsync(file, CancellationToken.None)).ToString();
        },
        [CloudCommandKind.Import] = async (command, app) =>
        {
            await app.Services.GetRequiredService<AzureTable>().CreateAsync(CancellationToken.None);
            await app.Services.GetRequiredService<AzureDocuments>().CreateAsync(CancellationToken.None);
            await using var file = File.OpenRead(command.File);
            return (await new MovingIn(
                app.Services.GetRequiredService<ICaseStore>(), app.Services.GetRequiredService<IDocumentStore>(), app.Services.GetRequiredService<Rulebooks>())
                .ReadAsync(file, CancellationToken.None)).ToString();
        },
        [CloudCommandKind.NextKey] = async (command, app) =>
        {
            using var next = SigningKey.OfPem(await File.ReadAllTextAsync(command.File));
            return (await app.Services.GetRequiredService<DailyRoots>().RotateAsync(next, CancellationToken.None)).Printed();
        },
    };

    public static Func<IHost, Task<int>> Of(IReadOnlyList<string> args) => async app =>
    {
        var command = CloudCommand.Of(args);
        await Console.Out.WriteLineAsync(await Kinds[command.Kind](command, app));
        return 0;
    };
}
