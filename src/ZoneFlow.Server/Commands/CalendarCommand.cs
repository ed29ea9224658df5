using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Calendars;
using ZoneFlow.Runtime.Calendars;
using ZoneFlow.Server.Hosting;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Server.Commands;

/// <summary><c>zoneflow calendar</c>: what is known of the working calendar, and loading what is new.</summary>
internal static class CalendarCommand
{
    public static Command Build() => new("calendar", "工作日历 The working calendar: what is known, and loading a new notice") { Show(), Load(), Region() };

    private static Command Show()
    {
        var asOf = new Option<string>("--as-of") { HelpName = "DATE", Description = "以当日已知的为准 as it was known on a date" };
        var year = new Option<int?>("--year") { HelpName = "YEAR", Description = "某年的放假和调休安排 the days off and the days worked in exchange of a year" };
        var data = new Option<string?>("--data") { HelpName = "DIR", Description = "数据目录 with what an installation has loaded; what ships alone where left out" };
        asOf.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && !CivilDate.TryParse(text, out _))
            {
                result.AddError($"'{text}' is no date; write it as 2020-01-26.");
            }
        });
        year.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && (!int.TryParse(token.Value, CultureInfo.InvariantCulture, out var asked) || asked < 1950 || asked > ProvisionalYear.Last))
            {
                result.AddError($"--year takes a year from 1950 to {ProvisionalYear.Last}.");
            }
        });
        var command = new Command("show", "查看日历版本和某年安排 Show the revisions, or one year") { asOf, year, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            DateOnly? on = parsed.GetValue(asOf) is { } text && CivilDate.TryParse(text, out var date) ? date : null;
            if (parsed.GetValue(data) is not { } folder)
            {
                return Print(new CalendarShelf(CalendarFile.LoadShipped()), on, parsed.GetValue(year), output, errors);
            }

            return await InstallationCommand.RunAsync(
                folder, SitePaths.Calendar, errors,
                async installation => Print(await installation.Calendar.ShelfAsync(cancellationToken), on, parsed.GetValue(year), output, errors), cancellationToken);
        });
        return command;
    }

    private static Command Load()
    {
        var file = new Argument<string>("FILE") { Description = "日历文件 a file of calendar revisions" };
        var dryRun = new Option<bool>("--dry-run") { Description = "只列出会变动的期限 list what would move and write nothing" };
        var data = InstallationCommand.DataOption();
        var command = new Command("load", "载入新的放假通知 Load a new notice: lists every deadline that moves, then moves it") { file, dryRun, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (await ReadAsync(parsed.GetValue(file)!, errors) is not { } read)
            {
                return 1;
            }

            return await InstallationCommand.RunAsync(
                parsed.GetValue(data)!, SitePaths.Calendar, errors,
                installation => LoadAsync(installation.Calendar, read, parsed.GetValue(file)!, parsed.GetValue(dryRun), output, errors, cancellationToken), cancellationToken);
        });
        return command;
    }

    private static Command Region()
    {
        var region = new Argument<string>("REGION") { Description = "地区名称，none为不计 a region of a loaded file, or none" };
        var dryRun = new Option<bool>("--dry-run") { Description = "只列出会变动的期限 list what would move and write nothing" };
        var data = InstallationCommand.DataOption();
        var command = new Command("region", "计入地方性放假日 Count a region's own days off, which are off until switched on") { region, dryRun, data };
        command.SetAction((parsed, cancellationToken) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return InstallationCommand.RunAsync(
                parsed.GetValue(data)!, SitePaths.Calendar, errors,
                installation => CountAsync(installation.Calendar, parsed.GetValue(region)!, parsed.GetValue(dryRun), output, errors, cancellationToken), cancellationToken);
        });
        return command;
    }

    private static int Print(CalendarShelf shelf, DateOnly? asOf, int? year, TextWriter output, TextWriter errors)
    {
        ImmutableArray<CalendarRevision> known = [.. shelf.Revisions.Where(r => asOf is null || r.Published <= asOf)];
        if (known.All(r => r.Region is not null))
        {
            errors.WriteLine($"{asOf:yyyy-MM-dd}以前没有已发布的通知。 No notice had been published by {asOf:yyyy-MM-dd}.");
            return 1;
        }

        var calendar = WorkingCalendar.Of(shelf.Revisions, asOf, shelf.Region);
        output.WriteLine($"日历 calendar {calendar.Revision}，{calendar.OfficialFrom:yyyy-MM-dd}—{calendar.OfficialThrough:yyyy-MM-dd}");
        if (year is { } asked)
        {
            if (!calendar.IsOfficial(new DateOnly(asked, 1, 1)))
            {
                output.WriteLine($"{asked}年的通知未载入，以下按惯例预计。 No notice for {asked}: expected by the published principle.");
            }

            foreach (var line in CalendarText.Year(calendar, asked))
            {
                output.WriteLine(line);
            }

            return 0;
        }

        foreach (var revision in known.OrderBy(r => r.Published).ThenBy(r => r.Id, StringComparer.Ordinal))
        {
            output.WriteLine(CalendarText.Revision(revision));
        }

        if (shelf.Region is { } region)
        {
            output.WriteLine($"计入地方性放假日 with the days off of {region}");
        }

        return 0;
    }

    private static async Task<CalendarReading?> ReadAsync(string path, TextWriter errors)
    {
        string text;
        try
        {
            text = await File.ReadAllTextAsync(path, new UTF8Encoding(false, true));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            await errors.WriteLineAsync($"{path}: {problem.Message}");
            return null;
        }

        var read = CalendarFiles.Read(text, path);
        foreach (var problem in read.Problems)
        {
            await errors.WriteLineAsync(problem);
        }

        return read.Problems.IsEmpty ? read : null;
    }

    private static async Task<int> LoadAsync(
        LivingCalendar calendar, CalendarReading read, string path, bool dryRun, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var shelf = await calendar.ShelfAsync(cancellationToken);
        if (shelf.Against(read.Revisions) is { Count: > 0 } against)
        {
            foreach (var (id, wrong) in against)
            {
                await errors.WriteLineAsync($"{path}:{read.Lines[id]}: {wrong}");
            }

            return 1;
        }

        var added = shelf.New(read.Revisions);
        foreach (var known in read.Revisions.Where(r => !added.Contains(r)))
        {
            await output.WriteLineAsync($"{known.Id} {known.Notice}：已经载入，没有变动。 Already here; nothing changed.");
        }

        if (added.IsEmpty)
        {
            return 0;
        }

        foreach (var revision in added)
        {
            await output.WriteLineAsync($"+ {CalendarText.Revision(revision)}");
        }

        await TellAsync(await calendar.PlanAsync(shelf.With(added), cancellationToken), output);
        if (!dryRun)
        {
            var said = CalendarWords.Loaded(await calendar.LoadAsync(added, Actor.System, cancellationToken));
            await output.WriteLineAsync($"{said.Zh} {said.En}");
        }

        return 0;
    }

    private static async Task<int> CountAsync(
        LivingCalendar calendar, string name, bool dryRun, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var shelf = await calendar.ShelfAsync(cancellationToken);
        var region = name == "none" ? null : name;
        if (region is not null && !shelf.Regions.Contains(region))
        {
            await errors.WriteLineAsync(
                $"没有载入“{region}”的放假日；已载入：{string.Join('、', shelf.Regions)}。 No days off of '{region}' are loaded; there are: {string.Join(", ", shelf.Regions)}.");
            return 1;
        }

        await TellAsync(await calendar.PlanAsync(shelf with { Region = region }, cancellationToken), output);
        if (!dryRun)
        {
            await calendar.CountRegionAsync(region, Actor.System, cancellationToken);
            await output.WriteLineAsync("已设置。 Done.");
        }

        return 0;
    }

    private static async Task TellAsync(CalendarPlan plan, TextWriter output)
    {
        foreach (var line in CalendarText.Plan(plan))
        {
            await output.WriteLineAsync(line);
        }
    }
}
