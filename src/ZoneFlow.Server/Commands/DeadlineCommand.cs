using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Policies.Calendars;

namespace ZoneFlow.Server.Commands;

/// <summary><c>zoneflow deadline</c>: one deadline, or a batch of them, on the calendar that ships.</summary>
internal static class DeadlineCommand
{
    private static readonly DeadlineJsonContext Json = new(
        new JsonSerializerOptions(DeadlineJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static Command Build() => Build(Console.OpenStandardInput);

    internal static Command Build(Func<Stream> standardInput)
    {
        var from = new Option<string>("--from") { HelpName = "DATE", Description = "起算日 the day of the event: a date, or an instant with its offset" };
        var by = new Option<string>("--by") { HelpName = "DATE", Description = "固定日期 a fixed date, which rolls to a working day" };
        var before = new Option<string>("--before") { HelpName = "DATE", Description = "提醒 the working day a period before a date" };
        var period = new Option<string>("--period") { HelpName = "PERIOD", Description = "期间 5wd working days, 7d days, 2mo months, 2y years" };
        var noRoll = new Option<bool>("--no-roll") { Description = "不顺延 a last day that is a rest day stays" };
        var countFirstDay = new Option<bool>("--count-first-day") { Description = "当日计入 the day of the event is the first day" };
        var asOf = new Option<string>("--as-of") { HelpName = "DATE", Description = "以当日已知的日历 the calendar as it was known on a date" };
        var explain = new Option<bool>("--explain") { Description = "说明 every day counted, skipped and rolled over" };
        var json = new Option<bool>("--json") { Description = "JSON" };
        var batch = new Option<bool>("--batch") { Description = "批量 one JSON object a line on standard input, one a line on standard output" };
        var command = new Command("deadline", "计算期限 Compute a deadline on the Chinese working calendar")
        {
            from, by, before, period, noRoll, countFirstDay, asOf, explain, json, batch,
        };
        DeadlineQuestion.Words WordsOf(Func<Option<string>, string?> text, Func<Option<bool>, bool> flag) =>
            new(text(from), text(by), text(before), text(period), !flag(noRoll), flag(countFirstDay), text(asOf));

        command.Validators.Add(result =>
        {
            // An option without its value gets its own error afterwards; asking for that value here would throw.
            if (result.Children.OfType<OptionResult>().Any(o => o.Tokens.Count < o.Option.Arity.MinimumNumberOfValues))
            {
                return;
            }
            var words = WordsOf(result.GetValue, result.GetValue);
            if (result.GetValue(batch))
            {
                if (words != new DeadlineQuestion.Words() || result.GetValue(explain))
                {
                    result.AddError("--batch takes its questions from standard input; give it alone.");
                }
            }
            else if (!DeadlineQuestion.TryRead(words, out _, out var error))
            {
                result.AddError(error);
            }
        });
        command.SetAction(result =>
        {
            var (output, errors) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            var calendars = new KnownCalendars(CalendarFile.LoadShipped());
            if (result.GetValue(batch))
            {
                using var lines = new DeadlineBatch(calendars);
                using var input = standardInput();
                lines.Run(input, output);
                return 0;
            }
            if (!DeadlineQuestion.TryRead(WordsOf(result.GetValue, result.GetValue), out var question, out var error))
            {
                errors.WriteLine(error);
                return 2;
            }
            if (calendars.AsOf(question.AsOf) is not { } calendar)
            {
                errors.WriteLine($"No notice had been published by {question.AsOf:yyyy-MM-dd}.");
                return 1;
            }
            Print(question, calendar, output, result.GetValue(json), result.GetValue(explain));
            return 0;
        });
        return command;
    }

    private static void Print(DeadlineQuestion question, WorkingCalendar calendar, TextWriter output, bool asJson, bool explained)
    {
        var date = question.Answer(calendar);
        var notes = explained ? question.Explain(calendar) : [];
        if (asJson)
        {
            var days = notes.Select(n => new DeadlineJson.Day(Iso(n.Date), CamelCase(n.Step), n.Number, CamelCase(n.Reason.Kind), n.Reason.Festival));
            var answer = new DeadlineJson(
                Iso(date.Last), $"{Iso(date.Last.AddDays(1))}T00:00:00+08:00", date.Provisional, calendar.Revision,
                date.Provisional ? Iso(date.EarliestPossible) : null, explained ? [.. days] : null);
            output.WriteLine(JsonSerializer.Serialize(answer, Json.DeadlineJson));
            return;
        }
        output.WriteLine(DeadlineText.Answer(date, calendar));
        foreach (var note in notes)
        {
            output.WriteLine(DeadlineText.Note(note));
        }
    }

    private static string Iso(DateOnly day) => $"{day:yyyy-MM-dd}";

    private static string CamelCase<T>(T name) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(name.ToString());
}
