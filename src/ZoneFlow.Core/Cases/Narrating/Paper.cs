using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Narrating;

/// <summary>Documents, plans and letters.</summary>
internal static class Paper
{
    public static Label? Of(Words words, Change change) => change switch
    {
        Change.DocumentFiled c => new(
            $"提交《{words.Document(c.Document.Slot).Zh}》第{c.Document.Version}版。",
            $"\"{Words.En(words.Document(c.Document.Slot))}\" was filed, version {c.Document.Version}."),
        Change.PlanAdopted c => new($"方案第{c.Version}版生效。", $"Version {c.Version} of the plan is in force."),
        Change.DocumentAnnounced c => new(
            $"公布《{words.Document(c.Slot).Zh}》。", $"\"{Words.En(words.Document(c.Slot))}\" was published."),
        Change.LetterIssued { Supersedes: not null } c => Corrected(words.Letter(c.Template, c.Values)),
        Change.LetterIssued c => Issued(words.Letter(c.Template, c.Values)),
        Change.LetterNumbered { Number: { } number } => new($"文书编号定稿：{number}。", $"A letter was numbered and kept: {number}."),
        Change.LetterNumbered => new("证书定稿。", "A certificate was kept as issued."),
        Change.LetterSealed c => new($"“{c.Service}”返回签章文书。", $"\"{c.Service}\" returned the sealed letter."),
        Change.EntryRegistered c => new($"载入“{c.Register}”：{c.Value}。", $"Entered in \"{c.Register}\": {c.Value}."),
        _ => null,
    };

    private static Label Corrected(Label title) => new($"出具更正文书《{title.Zh}》。", $"Letter corrected and issued again: \"{Words.En(title)}\".");

    private static Label Issued(Label title) => new($"发出《{title.Zh}》。", $"Letter issued: \"{Words.En(title)}\".");
}
