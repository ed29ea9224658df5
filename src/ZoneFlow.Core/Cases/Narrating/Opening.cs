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
        Change.AnswersSaved c => new($"填写申报书{c.Answers.Count}项。", $"{c.Answers.Count} answers were given on the form."),
        Change.FieldsSet c => new(
            $"登记{string.Join('、', c.Fields.Select(f => $"{words.Field(f.Key).Zh}“{f.Value}”"))}。",
            $"Recorded: {string.Join(", ", c.Fields.Select(f => $"{Words.En(words.Field(f.Key))} \"{f.Value}\""))}."),
        _ => null,
    };
}
