using System.Diagnostics;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Emails;

/// <summary>What each kind of mail says.</summary>
internal static class MailWording
{
    private static readonly Label Open = new("打开办理", "Open the task");

    private static readonly Label TaskNote = new(
        "链接只供您本人使用；打开不会作出任何决定，确认后才生效。请勿转发。",
        "The link is for you alone. Opening it decides nothing; the page asks you to confirm. Please do not forward it.");

    private static readonly Label Look = new("查看", "Look");

    private static readonly Label LookNote = new("可能需要登录。", "You may be asked to sign in.");

    public static MailContent Of(MailModel mail) => mail switch
    {
        TaskMail m => With(
            m, $"【待办】{m.Case.Title}：{m.Stage.Zh}", m.Asked,
            [.. About(m.Case), Stage(m.Procedure, m.Stage), Due(m.Due), .. Reason(m.Reason)], m.Due?.Explain, Open, m.Link, TaskNote),
        ReminderMail m => With(
            m, $"【提醒】{m.Case.Title}：{m.Stage.Zh}{Remaining(m.WorkingDaysLeft).Zh}", m.Asked,
            [.. About(m.Case), Stage(m.Procedure, m.Stage), Due(m.Due), (new Label("还有", "Left"), Remaining(m.WorkingDaysLeft))],
            m.Due.Explain, Open, m.Link, TaskNote),
        OverdueMail m => With(
            m, $"【逾期】{m.Case.Title}：{m.Stage.Zh}", new Label("下列事项已过期限，仍未办理。", "The date below has passed and the task is not done."),
            [.. About(m.Case), Stage(m.Procedure, m.Stage), Due(m.Due), .. Holder(m.Holder)], m.Due.Explain, Open, m.Link, TaskNote),
        EscalationMail m => With(
            m, $"【督办】{m.Case.Title}：{m.Stage.Zh}", new Label("下列事项逾期后经催办仍未办理，请予督办。", "The task below is still not done after its date and a first call. Please see to it."),
            [.. About(m.Case), Stage(m.Procedure, m.Stage), Due(m.Due), .. Holder(m.Holder)], m.Due.Explain, Look, m.Link, LookNote),
        LetterMail m => With(
            m, m.Title.Zh, new Label("现将下列文书送达您单位。", "The following letter is served on you."), About(m.Case), null,
            new Label("查看和打印文书", "Read and print the letter"), m.Link, LookNote) with { Body = m.Paragraphs, English = m.English },
        ResultMail m => With(
            m, $"【结果】{m.Case.Title}：{m.Result.Zh}", m.Result,
            [.. About(m.Case), .. m.Next is { } next ? [(new Label("接下来", "Next"), next)] : Array.Empty<(Label, Label)>()],
            null, Look, m.Link, LookNote),
        AlertMail m => With(
            m, $"【告警】{m.Check.Zh}：{m.Detail.Zh}",
            m.IsBad ? new Label("系统有异常，需要管理员处理。", "Something of the system needs an operator.")
                : new Label("系统有需要留意的情况。", "Something of the system should be looked at."),
            [(m.Check, m.Detail)], null, Look, m.Link, LookNote),
        WatchMail m => With(
            m, $"【告知】{m.Case.Title}：{m.Roster.Zh}计数低于条件", new Label("下列条件由名录计数，现未达到。", "The conditions below are counted from a roster and are not met any more."),
            [
                .. About(m.Case), (new Label("名录", "Roster"), m.Roster), (new Label("未达到", "Not met"), m.Unmet),
                (new Label("起始日", "Since"), new Label(m.Since.Chinese, m.Since.Iso)), (new Label("告知依据", "Told under"), new Label(m.Article)),
            ],
            null, Look, m.Link, LookNote),
        SignInMail m => With(
            m, $"登录链接 {m.Office}", new Label("您正在登录集聚区管理系统。", "You asked to sign in."), [], null,
            new Label("登录", "Sign in"), m.Link, new Label(
                $"{m.MinutesValid}分钟内有效，只能使用一次。不是您本人操作的，请不必理会。",
                $"It works once, for {m.MinutesValid} minutes. If you did not ask for it, ignore this mail.")),
        InfectedMail m => With(
            m, "您提交的文件未通过病毒检测", new Label(
                "您提交的一份文件在补做病毒检测时查出病毒，已经隔离，任何人都不能下载。请清除病毒后重新提交该份材料。",
                "A file that you filed was found infected when it could be scanned. Nobody can download it. Please clean it and file that document again."),
            [(new Label("查出", "Found"), new Label(m.Finding))], null, Look, m.Link, LookNote),
        _ => throw new UnreachableException(),
    };

    private static MailContent With(
        MailModel mail, string subject, Label greeting, IReadOnlyList<(Label Name, Label Value)> rows, string? explain, Label linkWord, string link, Label linkNote) =>
        new(OneLine(subject), mail.Office, mail.Addressee, mail.Party, mail.Reach, greeting, rows, [], [], explain, linkWord, link, linkNote);

    private static (Label Name, Label Value)[] About(MailCase about) =>
    [
        (new Label("事项", "Case"), new Label(about.Title)),
        (new Label("编号", "Number"), new Label(about.Number)),
        (new Label("依据", "Policy"), about.Policy),
    ];

    private static (Label Name, Label Value) Stage(Label procedure, Label stage) =>
        (new Label("环节", "Stage"), new Label($"{procedure.Zh}·{stage.Zh}", stage.En));

    private static (Label Name, Label Value) Due(MailDate? due) => (new Label("期限", "Due"), due switch
    {
        null => new Label("没有期限", "No date"),
        { Source.IsStatutory: true } => new Label(
            $"{due.Day.Chinese}（法定，{due.Source.Article}{(due.Provisional ? "，暂定" : "")}）",
            $"{due.Day.Iso}, statutory{(due.Provisional ? ", provisional" : "")}"),
        _ => new Label(
            $"{due.Day.Chinese}（服务规范{(due.Provisional ? "，暂定" : "")}）",
            $"{due.Day.Iso}, service norm{(due.Provisional ? ", provisional" : "")}"),
    });

    private static (Label Name, Label Value)[] Reason(string? reason) => reason is null ? [] : [(new Label("理由", "Reason"), new Label(reason))];

    private static (Label Name, Label Value)[] Holder(string? holder) => holder is null ? [] : [(new Label("承办", "Asked of"), new Label(holder))];

    private static Label Remaining(int? days) => days switch
    {
        null => new Label("即将到期", "Due soon"),
        0 => new Label("今日到期", "Due today"),
        1 => new Label("还有1个工作日", "1 working day"),
        _ => new Label($"还有{days}个工作日", $"{days} working days"),
    };

    /// <summary>A subject is one line, whatever a person typed as a name.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
