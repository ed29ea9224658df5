using System.CommandLine;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Server.Sqlite;

namespace ZoneFlow.Server.Commands;

/// <summary><c>zoneflow serve</c>: runs the server until it is told to stop.</summary>
internal static class ServeCommand
{
    private const string UsualUrl = "http://127.0.0.1:5170";

    public static Command Build()
    {
        var data = new Option<string?>("--data") { Description = "The data folder (default ./zoneflow-data; ./zoneflow-demo with --demo)" };
        var urls = new Option<string>("--urls") { Description = "The address to listen on", DefaultValueFactory = _ => UsualUrl };
        var demo = new Option<bool>("--demo") { Description = "Sample parties, a mailbox page and a movable clock, in a folder of their own" };
        var link = new Option<bool>("--operator-link") { Description = "Print a one-time sign-in link for the first operator" };
        var packs = new Option<string[]?>("--packs")
        {
            HelpName = "PACK", AllowMultipleArgumentsPerToken = true,
            Description = "启用的政策 the packs to put in use at the first start (default all that ship); later the operator's page puts packs in and out of use",
        };
        packs.Validators.Add(result =>
        {
            foreach (var name in (result.GetValueOrDefault<string[]?>() ?? []).Except(ShippedPacks.Names))
            {
                result.AddError($"没有政策“{name}”。 There is no pack '{name}'. These ship: {string.Join(", ", ShippedPacks.Names)}.");
            }
        });
        urls.Validators.Add(result =>
        {
            if (!Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            {
                result.AddError("--urls takes one address such as http://127.0.0.1:5170");
            }
        });
        var command = new Command("serve", "Run the server 运行服务") { data, urls, demo, link, packs };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new ServeOptions(
                parsed.GetValue(data) ?? (parsed.GetValue(demo) ? "zoneflow-demo" : "zoneflow-data"), parsed.GetValue(urls)!.TrimEnd('/'),
                parsed.GetValue(demo), parsed.GetValue(link), parsed.GetValue(packs) is { Length: > 0 } use ? use : null),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    /// <summary>The command as it runs with no arguments at all.</summary>
    public static Task<int> RunAsync(TextWriter output, TextWriter error, CancellationToken cancellationToken) =>
        RunAsync(new ServeOptions("zoneflow-data", UsualUrl, false, false), output, error, cancellationToken);

    private static async Task<int> RunAsync(ServeOptions options, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = await ZoneFlowServer.StartAsync(options, output, CrashPoint.FromEnvironment(), cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (Exception refused) when (refused is DataFolderException or StoreInUseException or StoreFormatException or IOException)
        {
            await error.WriteLineAsync(refused.Message);
            return 1;
        }
    }
}
