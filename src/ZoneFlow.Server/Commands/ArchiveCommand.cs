using System.CommandLine;
using System.Globalization;
using ZoneFlow.Runtime.Archiving;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Server.Documents;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Web.Archiving;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Server.Commands;

/// <summary><c>zoneflow archive</c>: ended cases whose time is over leave the installation as archives that anybody can check; their journals stay.</summary>
internal static class ArchiveCommand
{
    public static Command Build()
    {
        var dry = new Option<bool>("--dry-run") { Description = "只列出应归档的卷宗和理由 List what is due and why; nothing is changed" };
        var apply = new Option<bool>("--apply") { Description = "写出并校验档案，再清除材料和个人信息 Write and check the archives, then delete papers and personal texts here" };
        var to = new Option<string?>("--to") { HelpName = "DIR", Description = "档案写入的目录，须已存在 the folder that the archives are written into; it must exist" };
        var data = InstallationCommand.DataOption();
        var command = new Command("archive", "归档 Archive ended cases whose term of keeping is over by their policy") { dry, apply, to, data };
        command.Validators.Add(given =>
        {
            if (given.GetValue(dry) == given.GetValue(apply) || given.GetValue(apply) == given.GetValue(to) is null)
            {
                given.AddError("请给出--dry-run，或--apply --to DIR。 Give either --dry-run, or --apply with --to DIR.");
            }
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(data)!, parsed.GetValue(to), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(string data, string? to, TextWriter output, TextWriter errors, CancellationToken cancellationToken) => InstallationCommand.RunAsync(
        data, SitePaths.Archiving, errors,
        async installation =>
        {
            if (to is not null && !Directory.Exists(to))
            {
                await errors.WriteLineAsync($"没有目录{to}。 There is no folder {to}.");
                return 1;
            }

            var retention = installation.Service<Retention>();
            var ended = await retention.EndedAsync(cancellationToken);
            var over = ended.Where(e => e.Kept.IsOver(retention.Today)).ToList();
            foreach (var held in over.Where(e => e.Holds.Length > 0))
            {
                await output.WriteLineAsync($"{Line(held)}；暂不归档：{string.Join('；', held.Holds.Select(h => h.Zh))}。 Held: {string.Join("; ", held.Holds.Select(h => h.En))}.");
            }

            var failed = 0;
            foreach (var due in over.Where(e => e.Holds.Length == 0))
            {
                failed += to is null ? await SayAsync(due, output) : await ArchiveAsync(installation, due, to, output, errors, cancellationToken);
            }

            var later = ended.Where(e => !e.Kept.IsOver(retention.Today)).Select(e => e.Kept.Last).ToList();
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{over.Count(e => e.Holds.Length == 0)} due, {over.Count(e => e.Holds.Length > 0)} held, {later.Count} not yet{(later.Count > 0 ? $" (the first after {later[0]:yyyy-MM-dd})" : "")}"));
            if (to is not null)
            {
                var left = await installation.Service<DocumentDeletions>().ClearAsync(cancellationToken);
                if (left > 0)
                {
                    await output.WriteLineAsync($"{left}份文件的字节由服务随后清除。 The bytes of {left} documents are deleted by the server later.");
                }
            }

            return failed == 0 ? 0 : 1;
        },
        cancellationToken, services => services.AddZoneFlowWeb(),
        inUse: to is null ? null : $"服务正在该目录上运行：请停止服务后再执行；应归档的卷宗见页面 {SitePaths.Archiving}。 A server runs on {data}: stop it first. What is due stands on its page {SitePaths.Archiving}.");

    private static async Task<int> SayAsync(EndedCase due, TextWriter output)
    {
        await output.WriteLineAsync($"{Line(due)}；应归档。 Due.");
        return 0;
    }

    private static async Task<int> ArchiveAsync(
        Installation installation, EndedCase due, string to, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            var archiver = installation.Service<CaseArchiver>();
            archiver.Settle = DurableFolder.Flush;
            var (archived, why) = await archiver.RunAsync(due, to, cancellationToken);
            await (archived is null ? errors.WriteLineAsync($"{due.Number}: {why}") : output.WriteLineAsync($"{Line(due)}；已归档：{archived.File} {archived.Sha256}"));
            return archived is null ? 1 : 0;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"{due.Number}: {refused.Message}");
            return 1;
        }
    }

    private static string Line(EndedCase ended) => $"{ended.Number} {ended.State.Title}：{CaseArchiver.Said(ended)}";
}
