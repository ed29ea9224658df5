using System.CommandLine;
using ZoneFlow.Runtime.Moving;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Hosting;

namespace ZoneFlow.Server.Commands;

/// <summary><c>zoneflow export --all FILE</c> and <c>zoneflow import FILE</c>: all of an installation from one head to another.</summary>
internal static class ExportCommand
{
    public static Command Build()
    {
        var all = new Option<string>("--all") { HelpName = "FILE", Description = "导出全部 The archive to write; it must not exist", Required = true };
        var data = InstallationCommand.DataOption();
        var command = new Command("export", "迁移导出 Write all cases, documents and records into one archive that any head takes in") { all, data };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(data)!, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error,
            async installation =>
            {
                await using var file = new FileStream(parsed.GetValue(all)!, FileMode.CreateNew);
                return await new MovingOut(installation.Service<ICaseStore>(), installation.Service<IDocumentStore>(), TimeProvider.System).WriteAsync(file, cancellationToken);
            },
            cancellationToken));
        return command;
    }

    public static Command BuildImport()
    {
        var file = new Argument<string>("FILE") { Description = "The archive" };
        var data = InstallationCommand.DataOption();
        var command = new Command("import", "迁移导入 Take an archive of another head into a new data folder") { file, data };
        command.SetAction((parsed, cancellationToken) =>
        {
            DataFolder.Open(parsed.GetValue(data)!, false);
            return RunAsync(
                parsed.GetValue(data)!, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error,
                async installation =>
                {
                    await using var archive = File.OpenRead(parsed.GetValue(file)!);
                    return await new MovingIn(installation.Service<ICaseStore>(), installation.Service<IDocumentStore>(), installation.Service<Rulebooks>()).ReadAsync(archive, cancellationToken);
                },
                cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        string data, TextWriter output, TextWriter error, Func<Installation, Task<MovingManifest>> move, CancellationToken cancellationToken)
    {
        try
        {
            return await InstallationCommand.RunAsync(data, "/operator/health", error, async installation =>
            {
                var manifest = await move(installation);
                await output.WriteLineAsync($"{manifest.Cases} cases, {manifest.Entries} entries, {manifest.Documents} documents, {manifest.Records} records, heads {manifest.Heads}");
                return 0;
            }, cancellationToken);
        }
        catch (Exception refused) when (refused is MovingException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(refused.Message);
            return 1;
        }
    }
}
