using System.CommandLine;
using System.Text;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Comparing;
using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Migrating;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Server.Commands;

/// <summary><c>zoneflow policy</c>: revisions of packs compared, published, and cases moved from one to another.</summary>
internal static class PolicyCommand
{
    public static Command Build() => new("policy", "政策版本 Revisions of packs: compare, publish, move cases") { Diff(), Publish(), Migrate() };

    private static Command Diff()
    {
        var was = new Argument<string>("A") { Description = "原版本 a pack's folder, a pack that ships, or with --data a published revision" };
        var now = new Argument<string>("B") { Description = "新版本 the same" };
        var data = new Option<string?>("--data") { HelpName = "DIR", Description = "数据目录 where published revisions are looked for" };
        var command = new Command("diff", "比较两个版本 Say what one revision says otherwise than another; 1 where they differ") { was, now, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var (a, b) = (parsed.GetValue(was)!, parsed.GetValue(now)!);
            if (parsed.GetValue(data) is not { } folder)
            {
                return Compare(Read(a, errors), Read(b, errors), output);
            }

            return await InstallationCommand.RunAsync(
                folder, SitePaths.Migrate, errors,
                async installation => Compare(
                    await PublishedAsync(installation, a, cancellationToken) ?? Read(a, errors), await PublishedAsync(installation, b, cancellationToken) ?? Read(b, errors), output),
                cancellationToken);
        });
        return command;
    }

    private static Command Publish()
    {
        var folder = new Argument<string>("FOLDER") { Description = "政策目录 a pack's folder" };
        var data = InstallationCommand.DataOption();
        var command = new Command("publish", "发布新版本 Check a pack and put it in use for new cases") { folder, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var path = parsed.GetValue(folder)!;
            if (!Directory.Exists(path))
            {
                await errors.WriteLineAsync($"没有目录{path}。 There is no folder {path}.");
                return 1;
            }

            var files = PackFolder.FilesOf(path);
            var (pack, findings) = PackShelf.Check(files);
            foreach (var finding in findings)
            {
                await (finding.Severity == Severity.Error ? errors : output).WriteLineAsync((finding with { File = Path.Combine(path, finding.File) }).ToString());
            }

            if (pack is null)
            {
                await errors.WriteLineAsync("未发布。 Not published.");
                return 1;
            }

            return await InstallationCommand.RunAsync(
                parsed.GetValue(data)!, SitePaths.Packs, errors,
                async installation =>
                {
                    var isNew = await installation.Service<PackShelf>().PublishAsync(files, pack, Actor.System, cancellationToken);
                    await output.WriteLineAsync(isNew
                        ? $"已发布{pack.Id}@{pack.Revision.Hash}，新卷宗按此办理；在办卷宗仍按原版本。 Published: new cases open under it, running ones keep theirs."
                        : $"{pack.Revision}已在使用，没有变动。 Already in use; nothing changed.");
                    return 0;
                },
                cancellationToken);
        });
        return command;
    }

    private static Command Migrate()
    {
        var to = new Option<string>("--to") { HelpName = "REVISION", Required = true, Description = "目标版本 pack for the one in use, pack@hash, or the beginning of a hash" };
        var number = new Option<string?>("--case") { HelpName = "NUMBER", Description = "只换某一编号的卷宗 one case alone" };
        var dryRun = new Option<bool>("--dry-run") { Description = "只列出差异 list the differences and write nothing" };
        var map = new Option<string?>("--map") { HelpName = "FILE", Description = "对照表 what the new revision calls otherwise" };
        var data = InstallationCommand.DataOption();
        var command = new Command("migrate", "在办卷宗换版本 Move running cases to another revision, each journalled") { to, number, dryRun, map, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (await MapAsync(parsed.GetValue(map), errors) is not { } names)
            {
                return 1;
            }

            return await InstallationCommand.RunAsync(
                parsed.GetValue(data)!, SitePaths.Migrate, errors,
                async installation =>
                {
                    var migrations = installation.Service<Migrations>();
                    if (await migrations.FindAsync(parsed.GetValue(to)!, cancellationToken) is not { } revision)
                    {
                        await errors.WriteLineAsync(
                            $"没有唯一的已发布版本“{parsed.GetValue(to)}”；已发布：{string.Join('、', await migrations.RevisionsAsync(cancellationToken))}。 No one published revision fits.");
                        return 1;
                    }

                    var (one, dry) = (parsed.GetValue(number), parsed.GetValue(dryRun));
                    var done = dry
                        ? await migrations.PlanAsync(revision, names, one, cancellationToken)
                        : await migrations.MoveAsync(revision, names, one, Actor.System, cancellationToken);
                    return Tell(done, revision, one, dry, output, errors);
                },
                cancellationToken);
        });
        return command;
    }

    private static int Tell(IReadOnlyList<CaseMigration> done, PackRevision to, string? one, bool dry, TextWriter output, TextWriter errors)
    {
        foreach (var line in done)
        {
            output.WriteLine($"{line.Number}  {line.Title}  {line.From} → {to}{(line.Refusal is null ? "" : "  不换 stays")}");
            foreach (var difference in line.Differences)
            {
                output.WriteLine($"  {difference}");
            }

            if (line.Refusal is { } refusal)
            {
                output.WriteLine($"  {refusal.Message}");
                foreach (var detail in refusal.Details)
                {
                    output.WriteLine($"    {detail.Name}: {detail.Message}");
                }
            }
        }

        var moved = done.Count(d => d.Refusal is null);
        if (done.Count == 0)
        {
            (one is null ? output : errors).WriteLine(one is null
                ? $"没有按其他版本办理的卷宗。 No case is under another revision of {to.Pack}."
                : $"没有编号为{one}、按其他版本办理的卷宗。 No case {one} is under another revision of {to.Pack}.");
            return one is null ? 0 : 1;
        }

        output.WriteLine(dry
            ? $"可换{moved}件，不能换{done.Count - moved}件；没有变动。 {moved} can move, {done.Count - moved} cannot; nothing was changed."
            : $"已换{moved}件，未换{done.Count - moved}件。 {moved} moved, {done.Count - moved} stayed.");
        return moved == done.Count ? 0 : 1;
    }

    private static async Task<RevisionMap?> MapAsync(string? path, TextWriter errors)
    {
        if (path is null)
        {
            return RevisionMap.Same;
        }

        try
        {
            var file = RevisionMapFile.Parse(await File.ReadAllTextAsync(path, new UTF8Encoding(false, true)), path);
            foreach (var problem in file.Problems)
            {
                await errors.WriteLineAsync(problem.ToString());
            }

            return file.Map;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            await errors.WriteLineAsync($"{path}: {problem.Message}");
            return null;
        }
    }

    private static int Compare(Pack? was, Pack? now, TextWriter output)
    {
        if (was is null || now is null)
        {
            return 1;
        }

        var lines = PackDifference.Of(was, now);
        foreach (var line in lines)
        {
            output.WriteLine(line);
        }

        if (lines.Count == 0)
        {
            output.WriteLine(was.Revision == now.Revision ? "两者相同。 The two are the same." : "内容相同，文件写法不同。 The two say the same in other bytes.");
        }

        return lines.Count == 0 ? 0 : 1;
    }

    private static async Task<Pack?> PublishedAsync(Installation installation, string name, CancellationToken cancellationToken) =>
        !Directory.Exists(name) && await installation.Service<Migrations>().FindAsync(name, cancellationToken) is { } revision
            ? (await installation.Service<Rulebooks>().ForAsync(revision, cancellationToken)).Pack
            : null;

    private static Pack? Read(string name, TextWriter errors)
    {
        var folder = Directory.Exists(name) ? name : Path.Combine(ShippedPacks.Folder, name);
        var reading = PackFolder.Read(folder);
        foreach (var problem in reading.Problems)
        {
            errors.WriteLine(problem.File == folder ? problem.ToString() : Path.Combine(folder, problem.ToString()));
        }

        return reading.Pack;
    }
}
