using System.CommandLine;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Web.Archiving;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Server.Commands;

/// <summary><c>zoneflow dossier export</c>, <c>dossier import</c> and <c>verify</c>: a case's whole dossier carried from one office to another.</summary>
internal static class DossierCommands
{
    public static Command Build() => new("dossier", "卷宗 A case's whole dossier: exported, and taken in from elsewhere to be read") { Export(), Import() };

    private static Command Export()
    {
        var zone = new Argument<string>("ZONE") { Description = "编号或标识 the case's number or id" };
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "写入的文件 the archive to write (default NUMBER.zip); it must not exist" };
        var data = InstallationCommand.DataOption();
        var command = new Command("export", "导出卷宗 Write a case's whole dossier as one archive that can be checked anywhere") { zone, output, data };
        command.SetAction((parsed, cancellationToken) =>
        {
            var (text, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return InstallationCommand.RunAsync(
                parsed.GetValue(data)!, "/cases/…/dossier.zip", errors,
                installation => ExportAsync(installation, parsed.GetValue(zone)!, parsed.GetValue(output), text, errors, cancellationToken), cancellationToken, WithPages);
        });
        return command;
    }

    public static Command Verify()
    {
        var file = new Argument<string>("FILE") { Description = "导出的卷宗 the archive that export wrote" };
        var head = new Option<string?>("--head") { HelpName = "HASH", Description = "应有的链尾 the hash that the journal must end with, known from elsewhere" };
        var command = new Command("verify", "校验卷宗 Check an exported dossier by itself and name the first bad entry; 1 where there is one") { file, head };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (text, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return await OverAsync(parsed.GetValue(file)!, errors, async stream =>
            {
                var (manifest, entry, why) = await DossierCheck.RunAsync(stream, parsed.GetValue(head), cancellationToken);
                return await SayAsync(manifest is null ? null : $"{manifest.Number} {manifest.Title}: {manifest.Entries} entries, {manifest.Files.Count} files, head {manifest.Head}", entry, why, text, errors);
            });
        });
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<string>("FILE") { Description = "导出的卷宗 the archive that export wrote" };
        var data = InstallationCommand.DataOption();
        var command = new Command("import", "导入卷宗 Check a dossier from elsewhere and keep it here, to be read only") { file, data };
        command.SetAction((parsed, cancellationToken) =>
        {
            var (text, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return InstallationCommand.RunAsync(
                parsed.GetValue(data)!, SitePaths.Dossiers, errors,
                installation => OverAsync(parsed.GetValue(file)!, errors, async stream =>
                {
                    var (dossier, entry, why) = await installation.Service<ImportedDossiers>().TakeAsync(stream, cancellationToken);
                    return await SayAsync(dossier is null ? null : $"{dossier.Number} {dossier.Title}: {SitePaths.Dossiers}/{dossier.Case}", entry, why, text, errors);
                }),
                cancellationToken, WithPages);
        });
        return command;
    }

    private static void WithPages(IServiceCollection services) => services.AddZoneFlowWeb();

    private static async Task<int> ExportAsync(
        Installation installation, string zone, string? file, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var cases = installation.Service<Cases>();
        var id = (await installation.Service<Registers>().ByNumberAsync(zone, cancellationToken))?.Id ?? new CaseId(zone);
        if (await cases.FindAsync(id, cancellationToken) is not { Rules.Pack: { } pack, State: { } state })
        {
            await errors.WriteLineAsync($"没有编号或标识为{zone}的事项。 There is no case {zone}.");
            return 1;
        }

        try
        {
            var target = Path.GetFullPath(file ?? $"{state.Number}.zip");
            await using var stream = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
            var manifest = await installation.Service<DossierWriter>().WriteAsync(state, pack, stream, cancellationToken);
            await output.WriteLineAsync($"{target}: {manifest.Entries} entries, {manifest.Files.Count} files, head {manifest.Head}");
            foreach (var missing in manifest.Missing)
            {
                await errors.WriteLineAsync($"缺少文件{missing}。 The document {missing} is named by the case and is not in the store.");
            }

            return manifest.Missing.Count == 0 ? 0 : 1;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static async Task<int> OverAsync(string file, TextWriter errors, Func<Stream, Task<int>> run)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            return await run(stream);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static async Task<int> SayAsync(string? good, string? entry, string? why, TextWriter output, TextWriter errors)
    {
        if (entry is null && good is not null)
        {
            await output.WriteLineAsync(good);
            return 0;
        }

        await errors.WriteLineAsync($"{entry}: {why}");
        return 1;
    }
}
