using System.Diagnostics;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Effects;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.Runtime.Watching;
using ZoneFlow.Web.Emails;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Showing;

/// <summary>Renders the mails that the outbox sends, from what was frozen when the core wanted them told.</summary>
public sealed class MailRendering(Cases cases, Office office, Rulebooks rulebooks, ShellOptions options, TimeProvider time, DailyRoots roots)
{
    private const string ReachSetting = "reach";

    public async Task<RenderedMail> TellAsync(TellMail mail) => await Emails.MailRenderer.RenderAsync(
        ModelOf(mail, await ReachAsync()), (await roots.LatestAsync(CancellationToken.None))?.Printed());

    public async Task<RenderedMail> SignInAsync(Addressee to, string url) => await Emails.MailRenderer.RenderAsync(new SignInMail(
        await office.NameAsync(CancellationToken.None), to.Name, to.PartyName, await ReachAsync(), url, (int)SignIns.TicketLife.TotalMinutes));

    /// <summary>The mail that tells an operator of a check that does not stand well.</summary>
    public async Task<RenderedMail> AlertAsync(Addressee to, HealthCheck check) => await Emails.MailRenderer.RenderAsync(new AlertMail(
        await office.NameAsync(CancellationToken.None), to.Name, to.PartyName, await ReachAsync(), check.Name, check.Detail, check.State == HealthState.Bad,
        $"{options.BaseAddress}{HealthViews.PageOf(check) ?? SitePaths.Health}"));

    public async Task<RenderedMail> InfectedAsync(Addressee to, string finding, string url) => await Emails.MailRenderer.RenderAsync(new InfectedMail(
        await office.NameAsync(CancellationToken.None), to.Name, to.PartyName, await ReachAsync(), finding, url));

    private MailModel ModelOf(TellMail mail, string? reach)
    {
        var (tell, to) = (mail.Tell, mail.To);
        string Value(string name) => tell.Values.GetValueOrDefault(name, "");

        var from = Value("office");
        var about = new MailCase(Value("number"), Value("zone"), new Label(Value("policy")));
        var procedure = LabelOf(Value("procedure"), Value("procedure-en"));
        var stage = LabelOf(Value("stage"), Value("stage-en"));
        var due = DateOf(mail);
        var link = mail.ActionUrl ?? mail.CaseUrl;
        return tell.Kind switch
        {
            TellKind.Task => new TaskMail(from, to.Name, to.PartyName, reach, about, procedure, stage, Asked(procedure, stage), due, link, mail.Reason),
            TellKind.Reminder when due is not null => new ReminderMail(
                from, to.Name, to.PartyName, reach, about, procedure, stage, Asked(procedure, stage), due, DaysLeft(due.Day), link),

            // A stage without a date whose holder is asked again.
            TellKind.Reminder => new TaskMail(from, to.Name, to.PartyName, reach, about, procedure, stage, Asked(procedure, stage), null, link, mail.Reason),
            TellKind.Overdue when due is not null => new OverdueMail(from, to.Name, to.PartyName, reach, about, procedure, stage, null, due, link),
            TellKind.Escalation when due is not null => new EscalationMail(from, to.Name, to.PartyName, reach, about, procedure, stage, null, due, link),
            TellKind.Letter when mail is { LetterTitle: { } title, LetterBody: { } body } => new LetterMail(
                from, to.Name, to.PartyName, reach, about, title, Paragraphs(body.Zh), Paragraphs(body.En), mail.CaseUrl),
            TellKind.Watch => new WatchMail(
                from, to.Name, to.PartyName, reach, about, LabelOf(Value("roster"), Value("roster-en")), LabelOf(Value("unmet"), Value("unmet-en")), DateOnly.ParseExact(Value("since"), "yyyy-MM-dd", null),
                Value("article"), mail.CaseUrl),
            TellKind.Result or TellKind.Overdue or TellKind.Escalation or TellKind.Letter => new ResultMail(
                from, to.Name, to.PartyName, reach, about, Result(procedure, stage),
                mail.Reason is { } reason ? new Label($"理由：{reason}", $"Reason: {reason}") : null, link),
            _ => throw new UnreachableException(),
        };
    }

    private int? DaysLeft(DateOnly last) => Math.Max(0, Views.DaysLeft(rulebooks.Calendar, CivilDate.Of(time.GetUtcNow()), last));

    private async Task<string?> ReachAsync() =>
        (await cases.FindAsync(Registrar.Office, CancellationToken.None))?.State.Office?.Settings.GetValueOrDefault(ReachSetting);

    private static MailDate? DateOf(TellMail mail)
    {
        var values = mail.Tell.Values;
        if (!values.TryGetValue("due", out var text) || !CivilDate.TryParse(text, out var day))
        {
            return null;
        }

        var source = values.GetValueOrDefault("due-source", "");
        return new MailDate(
            day, values.GetValueOrDefault("due-effect") == "statutory" ? Source.Of(source) : Source.Norm(source),
            values.GetValueOrDefault("due-provisional") == "yes", mail.ExplainUrl);
    }

    private static Label LabelOf(string zh, string en) => new(zh, en.Length > 0 ? en : null);

    private static Label Asked(Label procedure, Label stage) => new(
        $"请办理“{procedure.Zh}”的“{stage.Zh}”。", $"Please attend to \"{stage.En ?? stage.Zh}\" of \"{procedure.En ?? procedure.Zh}\".");

    private static Label Result(Label procedure, Label stage) => (procedure.Zh, stage.Zh) switch
    {
        ("", _) => new Label("本事项有新情况", "There is news of this case"),
        (_, "") => new Label($"“{procedure.Zh}”有新情况", $"There is news of \"{procedure.En ?? procedure.Zh}\""),
        _ => new Label($"“{procedure.Zh}”现处于“{stage.Zh}”", $"\"{procedure.En ?? procedure.Zh}\" is now at \"{stage.En ?? stage.Zh}\""),
    };

    private static string[] Paragraphs(string? text) => text?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
