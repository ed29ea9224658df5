using System.CommandLine;
using ZoneFlow.Server.Backups;
using ZoneFlow.Server.Sqlite;

namespace ZoneFlow.Server.Commands;

/// <summary><c>zoneflow restore FILE</c>: puts an archive back once all of it has been checked.</summary>
internal static class RestoreCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "The archive that backup wrote" };
        var data = new Option<string>("--data") { Description = "The data folder", DefaultValueFactory = _ => "zoneflow-data" };
        var command = new Command("restore", "恢复 Check an archive and put it in the data folder's place; what was there is kept") { file, data };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(file)!, parsed.GetValue(data)!, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string file, string data, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            var (manifest, keptIn) = await Restore.RunAsync(file, data, TimeProvider.System.GetUtcNow(), cancellationToken);
            await output.WriteLineAsync($"{manifest.Cases} cases, {manifest.Files.Count - 1} documents, heads {manifest.Heads}, as of {manifest.At:yyyy-MM-dd HH:mm:ss}Z");
            if (keptIn is not null)
            {
                await output.WriteLineAsync($"原有数据保留在 what was there is kept in: {keptIn}");
            }

            return 0;
        }
        catch (Exception refused) when (refused is BackupException or StoreInUseException or StoreFormatException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(refused.Message);
            return 1;
        }
    }
}
