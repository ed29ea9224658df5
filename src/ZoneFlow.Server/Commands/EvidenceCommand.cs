using System.CommandLine;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Server.Commands;

/// <summary><c>zoneflow evidence</c>: the signed roots, and another key to sign them with.</summary>
internal static class EvidenceCommand
{
    public static Command Build()
    {
        var data = InstallationCommand.DataOption();
        var show = new Command("show", "显示 Print the keys and the last root") { data };
        show.SetAction((parsed, cancellationToken) => RunAsync(parsed, data, async (installation, output) =>
        {
            var all = await installation.Service<DailyRoots>().AllAsync(cancellationToken);
            foreach (var key in all.Keys)
            {
                await output.WriteLineAsync(key.Printed());
            }

            await output.WriteLineAsync(all.Roots is [var root, ..] ? $"root {root.Printed()} key {root.Key}" : "还没有存证根。 There is no root yet.");
            return 0;
        }, cancellationToken));
        var rotate = new Command("rotate", "更换密钥 Make another key, signed by the one in use, which signs no more roots") { data };
        rotate.SetAction((parsed, cancellationToken) => RunAsync(parsed, data, async (installation, output) =>
        {
            var settings = installation.Service<ServerSettings>().Evidence;
            if (settings.Key is { Length: > 0 })
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(
                    "密钥来自环境变量，不能由本命令更换；请改用密钥文件。 The key comes from the environment, which no command can change: keep it in a file.");
                return 1;
            }

            var path = RootKeyFile.PathOf(installation.Service<DataFolder>(), settings);
            using var next = SigningKey.New();
            var roots = installation.Service<DailyRoots>();
            // Written before it is announced: a key that nobody has could sign nothing.
            File.Delete($"{path}.next");
            SecretFile.Write($"{path}.next", next.ToPem());
            var key = await roots.RotateAsync(next, cancellationToken);
            File.Move(path, $"{path}.until-{key.Since:yyyy-MM-dd}-{key.SignedBy}", overwrite: true);
            File.Move($"{path}.next", path);
            await output.WriteLineAsync(key.Printed());
            return 0;
        }, cancellationToken));
        return new Command("evidence", "存证 Signed daily roots over all journals") { show, rotate };
    }

    private static Task<int> RunAsync(
        ParseResult parsed, Option<string> data, Func<Installation, TextWriter, Task<int>> run, CancellationToken cancellationToken) =>
        InstallationCommand.RunAsync(
            parsed.GetValue(data)!, SitePaths.Evidence, parsed.InvocationConfiguration.Error,
            installation => run(installation, parsed.InvocationConfiguration.Output), cancellationToken);
}
