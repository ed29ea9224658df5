using System.Text;
using System.Xml.Linq;
using ZoneFlow.Web.Feeds;
using ZoneFlow.Web.Tests.Samples;

namespace ZoneFlow.Web.Tests.Feeds;

public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void Atom_AnyEntries_HasWhatTheStandardAsks()
    {
        var bytes = AtomFeed.Of(
            "https://ip.example", "/feed.atom", "公示和公告", [new("/notices/1", $"公示：{Given.Hostile}\u0001", "到3月9日", "辽宁省知识产权局", Given.Now)], Given.Now);

        var feed = XDocument.Parse(Encoding.UTF8.GetString(bytes)).Root!;

        // RFC 4287, 4.1.1 and 4.1.2: an id, a title and an instant each; an author; absolute addresses.
        Assert.All(feed.Elements(Atom + "entry").Append(feed), e =>
        {
            Assert.True(Uri.IsWellFormedUriString(e.Element(Atom + "id")!.Value, UriKind.Absolute));
            Assert.NotEmpty(e.Element(Atom + "title")!.Value);
            Assert.EndsWith("Z", e.Element(Atom + "updated")!.Value, StringComparison.Ordinal);
        });
        Assert.Single(feed.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == "self");
        Assert.Equal($"公示：{Given.Hostile}", feed.Element(Atom + "entry")!.Element(Atom + "title")!.Value);
        Assert.NotNull(feed.Element(Atom + "entry")!.Element(Atom + "author")!.Element(Atom + "name"));
    }

    [Fact]
    public void Atom_NoEntries_IsStillAFeed() =>
        Assert.Equal("2026-03-05T06:05:00Z", XDocument.Parse(Encoding.UTF8.GetString(AtomFeed.Of("https://ip.example", "/feed.atom", "空", [], Given.Now))).Root!.Element(Atom + "updated")!.Value);

    [Fact]
    public void Calendar_LongChineseText_IsFoldedBetweenCharacters()
    {
        var summary = string.Concat(Enumerable.Repeat("知识产权服务业集聚发展区", 20));

        var text = Encoding.UTF8.GetString(CalendarFeed.Of(
            "期限", Given.Now, [new("a@zoneflow", new DateOnly(2026, 2, 28), summary, "一,二;三\\四\n五", "https://ip.example/cases/1", true)]));

        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Contains($"SUMMARY:{summary}", unfolded);
        Assert.Contains("DESCRIPTION:一\\,二\\;三\\\\四\\n五", unfolded);
        Assert.Contains("DTSTART;VALUE=DATE:20260228", unfolded);
        Assert.Contains("DTEND;VALUE=DATE:20260301", unfolded);
        Assert.Contains("STATUS:TENTATIVE", unfolded);
        Assert.Equal("END:VCALENDAR", unfolded[^2]);
    }
}
