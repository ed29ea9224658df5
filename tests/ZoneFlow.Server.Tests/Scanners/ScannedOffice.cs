using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using ZoneFlow.Server.Tests.Http;
using ZoneFlow.TestKit.Mail;

namespace ZoneFlow.Server.Tests.Scanners;

/// <summary>An office with much mail out: a zone in its term, one under public notice, one that waits for its city, and a sign-in not yet confirmed.</summary>
public sealed partial class ScannedOffice : IAsyncLifetime
{
    public DemoServer Server { get; } = new();

    public string Waiting { get; private set; } = "";

    public string SignInLink { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await Server.InitializeAsync();
        await Chapters.DesignatedAsync(Server, "沈阳被扫描集聚区");
        await Server.MoveToAsync("2026-02-03");
        await Chapters.NoticedAsync(Server, "大连公示中集聚区", "zone-body-2", "city-dalian", "大连市");
        Waiting = (await Chapters.AppliedAsync(Server, "大连待推荐集聚区", "zone-body-2", "city-dalian", "大连市")).Zone;
        using var client = Server.Client();
        await client.PostAsync("/sign-in", new FormUrlEncodedContent([new("email", "officer@province.example")]));
        SignInLink = LinksOf(Server.MailsTo("officer@province.example")[^1]).First(l => l.Contains("/sign-in/", StringComparison.Ordinal));
        await Server.SettleAsync();
    }

    public Task DisposeAsync() => Server.DisposeAsync();

    /// <summary>Every link of every mail, in text and HTML.</summary>
    public IReadOnlyList<string> Links() => [.. Mails().SelectMany(LinksOf).Distinct()];

    public IReadOnlyList<ReceivedMail> Mails() => Server.MailsTo("@");

    public static IEnumerable<string> LinksOf(ReceivedMail mail) =>
        Address().Matches(mail.Text ?? "").Select(m => m.Value)
            .Concat(new HtmlParser().ParseDocument(mail.Html ?? "").QuerySelectorAll("[href], [src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!))
            .Where(l => l.StartsWith("http", StringComparison.Ordinal)).Distinct();

    [GeneratedRegex(@"https?://[^\s<>""]+")]
    private static partial Regex Address();
}
