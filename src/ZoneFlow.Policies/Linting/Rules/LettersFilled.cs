using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>
/// What a letter names is there when it is issued: a reason where it says why, a date on the document, a length chosen, a notice's list.
/// A printed form prints every field that the form asks.
/// </summary>
internal static class LettersFilled
{
    public static void Check(PackMap map, Report report)
    {
        foreach (var (site, step) in map.Steps)
        {
            if (step is Step.Letter { Template: var name } && map.Pack.Letters.TryGetValue(name, out var letter))
            {
                foreach (var missing in letter.Placeholders.Where(p => !Has(map, site, p)))
                {
                    report.Error("letter-gap", $"letters/{name}", $"The letter '{name}' says '{{{missing}}}', and '{site.Name}' of '{site.Procedure.Name}' issues it with {Gap(missing)}.");
                }
            }
        }
        foreach (var letter in map.Pack.Letters.Values)
        {
            CheckAlone(map, report, letter);
        }
        if (map.Pack.Sheet is { } sheet)
        {
            var printed = sheet.Fields.ToHashSet(StringComparer.Ordinal);
            foreach (var field in map.Pack.Form.Where(f => !printed.Contains(f.Name) && f.Type is not FieldType.YesNo && f.Source.Article is not null && f.Source.Default is null))
            {
                report.Error("unprinted-field", $"form/{field.Name}", $"The printed form (sheet) has no place for the field '{field.Name}' ({field.Label.Zh}).");
            }
        }
    }

    private static void CheckAlone(PackMap map, Report report, LetterRule letter)
    {
        var path = $"letters/{letter.Name}";
        if (letter.Demand is { } demand)
        {
            var kinds = map.Pack.Cases.Values;
            if (demand.Flag is { } flag && !kinds.Any(k => k.Flags.ContainsKey(flag)))
            {
                report.Error("unknown-name", path, $"'{letter.Name}' waits for the flag (标记) '{flag}', which no kind of case has.");
            }
            foreach (var standing in demand.Standings.Where(s => !kinds.Any(k => k.Standings.Any(r => r.Name == s))))
            {
                report.Error("unknown-name", path, $"'{letter.Name}' waits for the standing (状态) '{standing}', which no kind of case has.");
            }
            foreach (var gap in letter.Placeholders.Where(p => p is "reason" or "period" or "outcome" or "entries" || (p is "due" or "stage" && !demand.Overdue)))
            {
                report.Error("letter-gap", path, $"The letter '{letter.Name}' says '{{{gap}}}', which nothing gives a letter drawn up on demand.");
            }
        }
        if (letter.Placeholders.Contains("term-end") && !map.Pack.MarkLabels.ContainsKey("term-end"))
        {
            report.Error("letter-gap", path, $"The letter '{letter.Name}' says '{{term-end}}', and the pack has no date (期限点) of that name.");
        }
        if (letter.Format == LetterFormat.Certificate && !(letter.Placeholders.Contains("look-up") && letter.Placeholders.Contains("certificate-code")))
        {
            report.Error("letter-gap", path, $"The certificate '{letter.Name}' lacks '{{look-up}}' or '{{certificate-code}}': nobody could look it up.");
        }
    }

    private static bool Has(PackMap map, Site site, string placeholder) => placeholder switch
    {
        "reason" => site.Rule.ReasonRequired,
        "dated" => site.Rule.Ask.Any(f => f.Name == "dated") || site.Rule.On is Trigger.Message,
        "period" => site.Rule.Ask.Any(f => f.Type is FieldType.Span),
        "outcome" => map.StartersOf(site.Procedure).Any(s => s.Start.With.ContainsKey("outcome")),
        "entries" => site.Rule.To is Destination.Stage { Name: var stage } && site.Procedure.Stages.Any(s => s.Name == stage && s is StageRule.Notice),
        "item" => map.Pack.Items.Length > 0,
        _ => true,
    };

    private static string Gap(string placeholder) => placeholder switch
    {
        "reason" => "no reason required ('reason: required')",
        "dated" => "no date of the document ('ask: dated')",
        "period" => "no length chosen",
        "outcome" => "no outcome given to its procedure",
        "entries" => "no public notice to go to",
        _ => "nothing to put there",
    };
}
