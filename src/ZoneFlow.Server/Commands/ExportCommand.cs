using System.CommandLine;
using System.IO.Compression;
using ZoneFlow.Runtime.Moving;

namespace ZoneFlow.Server.Commands;

/// <summary>
/// <c>zoneflow export ZONE</c> writes one dossier, <c>export --all FILE</c> an installation; <c>import FILE</c> takes either and
/// sees by itself which it is.
/// </summary>
internal static class ExportCommand
{
    public static Command Export()
    {
        var zone = new Argument<string?>("ZONE") { Description = "编号或标识 the case's number or id", Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "写入的文件 the archive to write (default NUMBER.zip); it must not exist" };
        var all = new Option<string?>("--all") { HelpName = "FILE", Description = "导出全部 all cases, documents and records, as any head takes them in; it must not exist" };
        var data = InstallationCommand.DataOption();
        var command = new Command("export", "导出 Write a case's whole dossier, or all of an installation, as one archive that can be checked anywhere") { zone, output, all, data };
        command.Validators.Add(given =>
        {
            if (given.GetValue(zone) is null == given.GetValue(all) is null || (given.GetValue(all) is not null && given.GetValue(output) is not null))
            {
                given.AddError("请给出一个编号，或--all FILE。 Give either a case's number, with --out where it should lie, or --all FILE.");
            }
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var (text, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return parsed.GetValue(all) is { } file
                ? MovingCommands.ExportAsync(parsed.GetValue(data)!, file, text, errors, cancellationToken)
                : DossierCommands.ExportAsync(parsed.GetValue(data)!, parsed.GetValue(zone)!, parsed.GetValue(output), text, errors, cancellationToken);
        });
        return command;
    }

    public static Command Import()
    {
        var file = new Argument<string>("FILE") { Description = "导出的文件 the archive that export wrote" };
        var data = InstallationCommand.DataOption();
        var command = new Command("import", "导入 Keep a dossier from elsewhere, to be read only, or take a whole installation into a new data folder") { file, data };
        command.SetAction((parsed, cancellationToken) =>
        {
            var (from, to) = (parsed.GetValue(file)!, parsed.GetValue(data)!);
            var (text, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return IsInstallation(from)
                ? MovingCommands.ImportAsync(to, from, text, errors, cancellationToken)
                : DossierCommands.ImportAsync(to, from, text, errors, cancellationToken);
        });
        return command;
    }

    // What cannot be read as an archive at all is left to the dossier's check, which says what is wrong with it.
    private static bool IsInstallation(string file)
    {
        try
        {
            using var archive = ZipFile.OpenRead(file);
            return archive.GetEntry(MovingOut.Cases) is not null;
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
