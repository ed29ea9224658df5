using System.CommandLine;
using ZoneFlow.Server.Backups;
using ZoneFlow.Server.Hosting;

namespace ZoneFlow.Server.Commands;

/// <summary><c>zoneflow backup FILE</c>: one archive of a data folder, also while its server runs.</summary>
internal static class BackupCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "The archive to write; it must not exist" };
        var data = new Option<string>("--data") { Description = "The data folder", DefaultValueFactory = _ => "zoneflow-data" };
        var command = new Command("backup", "备份 Write one archive of the database and its documents, also while the server runs") { file, data };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(file)!, parsed.GetValue(data)!, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string file, string data, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            var manifest = await Backup.WriteAsync(DataFolder.At(data), file, TimeProvider.System.GetUtcNow(), cancellationToken);
            await output.WriteLineAsync($"{manifest.Cases} cases, {manifest.Files.Count - 1} documents, heads {manifest.Heads}");
            foreach (var missing in manifest.Missing)
            {
                await error.WriteLineAsync($"The document {missing} is named by a case and is not in the folder. 缺少文件{missing}。");
            }

            return manifest.Missing.Count == 0 ? 0 : 1;
        }
        catch (Exception refused) when (refused is BackupException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(refused.Message);
            return 1;
        }
    }
}
