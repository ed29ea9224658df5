using ZoneFlow.Runtime.Moving;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Hosting;

namespace ZoneFlow.Server.Commands;

/// <summary>All of an installation carried from one head to another.</summary>
internal static class MovingCommands
{
    public static Task<int> ExportAsync(string data, string to, TextWriter output, TextWriter errors, CancellationToken cancellationToken) =>
        RunAsync(data, output, errors, isNew: false, async installation =>
        {
            await using var file = new FileStream(to, FileMode.CreateNew);
            return await new MovingOut(installation.Service<ICaseStore>(), installation.Service<IDocumentStore>(), TimeProvider.System).WriteAsync(file, cancellationToken);
        }, cancellationToken);

    public static Task<int> ImportAsync(string data, string from, TextWriter output, TextWriter errors, CancellationToken cancellationToken) =>
        RunAsync(data, output, errors, isNew: true, async installation =>
        {
            await using var archive = File.OpenRead(from);
            return await new MovingIn(installation.Service<ICaseStore>(), installation.Service<IDocumentStore>(), installation.Service<Rulebooks>()).ReadAsync(archive, cancellationToken);
        }, cancellationToken);

    private static async Task<int> RunAsync(
        string data, TextWriter output, TextWriter error, bool isNew, Func<Installation, Task<MovingManifest>> move, CancellationToken cancellationToken)
    {
        try
        {
            return await InstallationCommand.RunAsync(data, "/operator/health", error, async installation =>
            {
                var manifest = await move(installation);
                await output.WriteLineAsync($"{manifest.Cases} cases, {manifest.Entries} entries, {manifest.Documents} documents, {manifest.Records} records, heads {manifest.Heads}");
                return 0;
            }, cancellationToken, isNew: isNew);
        }
        catch (Exception refused) when (refused is MovingException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(refused.Message);
            return 1;
        }
    }
}
