using System.CommandLine;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Web.Archiving;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Server.Commands;

/// <summary><c>zoneflow export</c>, <c>verify</c> and <c>import</c>: a case's whole dossier carried from one office to another.</summary>
internal static class DossierCommands
{
    public static Task<int> ExportAsync(
        string data, string zone, string? file, TextWriter output, TextWriter errors, CancellationToken cancellationToken) => InstallationCommand.RunAsync(
            data, "/cases/…/dossier.zip", errors, installation => ExportAsync(installation, zone, file, output, errors, cancellationToken), cancellationToken, WithPages);

    public static Task<int> ImportAsync(string data, string file, TextWriter output, TextWriter errors, CancellationToken cancellationToken) => InstallationCommand.RunAsync(
        data, SitePaths.Dossiers, errors,
        installation => OverAsync(file, errors, async stream =>
        {
            var (dossier, entry, why) = await installation.Service<ImportedDossiers>().TakeAsync(stream, cancellationToken);
            return await SayAsync(dossier is null ? null : $"{dossier.Number} {dossier.Title}: {SitePaths.Dossiers}/{dossier.Case}", entry, why, output, errors);
        }),
        cancellationToken, WithPages);

    public static Command Verify()
    {
        var file = new Argument<string>("FILE") { Description = "导出的卷宗 the archive that export wrote" };
        var head = new Option<string?>("--head") { HelpName = "HASH", Description = "应有的链尾 the hash that the journal must end with, known from elsewhere" };
        var key = new Option<string?>("--key") { HelpName = "ID", Description = "已知的公钥编号 the id of a public key, known from elsewhere: roots must be signed by it or by one that it leads to" };
        var root = new Option<string?>("--root") { HelpName = "HASH", Description = "已知的存证根 a root that was printed in a mail, a letter or a notice: the proof must stand under it" };
        var command = new Command("verify", "校验卷宗或存证 Check an exported dossier or a proof by itself and name the first bad entry; 1 where there is one") { file, head, key, root };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (text, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return await OverAsync(parsed.GetValue(file)!, errors, async stream =>
            {
                var (known, wanted) = (parsed.GetValue(key), parsed.GetValue(root));
                if (stream.ReadByte() == '{')
                {
                    var (proof, fault) = await ProofFile.ReadAsync(stream, known, wanted, cancellationToken);
                    return await SayAsync(proof, fault is null ? null : Path.GetFileName(parsed.GetValue(file)!), fault, text, errors);
                }

                stream.Position = 0;
                var (manifest, entry, why) = await DossierCheck.RunAsync(stream, parsed.GetValue(head), cancellationToken, known, wanted);
                return await SayAsync(manifest is null ? null : $"{manifest.Number} {manifest.Title}: {manifest.Entries} entries, {manifest.Files.Count} files, head {manifest.Head}{(manifest.Deleted is { Count: > 0 } deleted ? $"\n{Said(deleted)}" : "")}", entry, why, text, errors);
            });
        });
        return command;
    }

    private static string Said(IReadOnlyList<DeletedFile> deleted) =>
        $"其中{deleted.Count}份文件导出前已删除，日志仍记其校验值。 {deleted.Count} documents had been deleted before: {string.Join(", ", deleted.Select(d => $"{d.Hash[..12]} ({d.At:yyyy-MM-dd})"))}";

    private static void WithPages(IServiceCollection services) => services.AddZoneFlowWeb();

    private static async Task<int> ExportAsync(
        Installation installation, string zone, string? file, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var cases = installation.Service<Cases>();
        var id = await installation.Service<Registers>().MeantAsync(zone, cancellationToken);
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
            if (manifest.Deleted is { Count: > 0 } deleted)
            {
                await output.WriteLineAsync(Said(deleted));
            }

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
