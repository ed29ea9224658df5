using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Narrating;

/// <summary>How a case begins, and what its form says.</summary>
internal static class Opening
{
    public static Label? Of(Words words, Change change) => change switch
    {
        Change.CaseOpened c => new(
            $"建立{words.Kind(c.Kind).Zh}“{c.Title}”（编号{c.Number}）。", $"{Words.En(words.Kind(c.Kind))} \"{c.Title}\" (no. {c.Number}) was opened."),
        Change.CaseAdopted c => new(
            $"接管既有{words.Kind(c.Kind).Zh}“{c.Title}”（编号{c.Number}），状态为“{words.Standing(c.Standing).Zh}”。",
            $"{Words.En(words.Kind(c.Kind))} \"{c.Title}\" (no. {c.Number}) was taken over as \"{Words.En(words.Standing(c.Standing))}\"."),
        Change.MovedToPack c => Moved(words, c),
        Change.AnswersSaved c => new($"填写申报书{c.Answers.Count}项。", $"{c.Answers.Count} answers were given on the form."),
        Change.FieldsSet c => new(
            $"登记{string.Join('、', c.Fields.Select(f => $"{words.Field(f.Key).Zh}“{f.Value}”"))}。",
            $"Recorded: {string.Join(", ", c.Fields.Select(f => $"{Words.En(words.Field(f.Key))} \"{f.Value}\""))}."),
        _ => null,
    };

    private static Label Moved(Words words, Change.MovedToPack c)
    {
        var (zh, en) = c.Spared.IsEmpty
            ? ("", "")
            : ($"此前期次免报：{string.Join('、', c.Spared.Select(o => words.Occurrence(o).Zh))}。",
                $" Not owed for the time before: {string.Join(", ", c.Spared.Select(o => Words.En(words.Occurrence(o))))}.");
        return new($"改按政策版本{c.To}办理（原为{c.From}）。{zh}", $"Moved from policy revision {c.From} to {c.To}.{en}");
    }
}
