using System.Text;
using ZoneFlow.Runtime.Effects;
using ZoneFlow.Web.Rendering;

namespace ZoneFlow.Web.Emails;

/// <summary>
/// Renders a mail twice from the same words: a text part by plain code, since a component would print entities, and HTML
/// by a component.
/// </summary>
public static class MailRenderer
{
    public static async Task<RenderedMail> RenderAsync(MailModel mail, string? root = null)
    {
        var content = MailWording.Of(mail) with { Root = root };
        return new RenderedMail(content.Subject, Text(content), await PageRenderer.RenderAsync<MailBody, MailContent>(content));
    }

    private static string Text(MailContent mail)
    {
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');

        Line($"{mail.Addressee}（{mail.Party}）：");
        Line();
        Line(mail.Greeting.Zh);
        if (mail.Greeting.En is { } greeting)
        {
            Line(greeting);
        }

        Line();
        foreach (var (name, value) in mail.Rows)
        {
            Line($"{name}：{value}");
        }

        foreach (var part in new[] { mail.Body, mail.English }.Where(p => p.Count > 0))
        {
            Line();
            foreach (var paragraph in part)
            {
                Line(paragraph);
            }
        }

        Line();
        Line($"{mail.LinkWord}：");
        Line(mail.Link);
        Line(mail.LinkNote.Zh);
        Line(mail.LinkNote.En ?? "");
        if (mail.Explain is { } explain)
        {
            Line();
            Line("期限怎么算的 How the date was computed：");
            Line(explain);
        }

        Line();
        Line("——");
        Line(mail.Office);
        if (mail.Reach is { } reach)
        {
            Line($"联系 Contact：{reach}");
        }

        if (mail.Root is { } root)
        {
            Line($"存证根 Signed root：{root}");
        }

        return text.ToString();
    }
}
