using System.CommandLine;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Server.Sqlite;

namespace ZoneFlow.Server.Commands;

/// <summary>What commands that open an installation have in common.</summary>
internal static class InstallationCommand
{
    public static Option<string> DataOption() => new("--data")
    {
        HelpName = "DIR", Description = "数据目录 the data folder (default ./zoneflow-data)", DefaultValueFactory = _ => "zoneflow-data",
    };

    /// <summary>Runs on the folder while no server does; says so where one does.</summary>
    /// <param name="also">What else the command needs of the program, or null.</param>
    /// <param name="page">The page on which the running server does the same.</param>
    /// <param name="isNew">Whether the folder may be an empty one.</param>
    /// <param name="inUse">What to say where a server runs, if its page cannot do the same.</param>
    public static async Task<int> RunAsync(
        string data, string page, TextWriter errors, Func<Installation, Task<int>> run, CancellationToken cancellationToken,
        Action<IServiceCollection>? also = null, bool isNew = false, string? inUse = null)
    {
        try
        {
            await using var installation = await Installation.OpenAsync(data, cancellationToken, also, isNew);
            return await run(installation);
        }
        catch (StoreInUseException)
        {
            await errors.WriteLineAsync(
                inUse ?? $"服务正在该目录上运行：请由管理员在页面 {page} 办理，或停止服务后再执行。 A server runs on {data}: do this on its page {page}, or stop it first.");
            return 1;
        }
        catch (Exception refused) when (refused is DataFolderException or StoreFormatException)
        {
            await errors.WriteLineAsync(refused.Message);
            return 1;
        }
    }
}
