using System.Globalization;
using System.Text;
using System.Xml;
using ZoneFlow.Web.Exports;

namespace ZoneFlow.Web.Feeds;

/// <summary>Public notices and announcements as an Atom feed (RFC 4287).</summary>
public static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <param name="site">The installation's address, without a slash at the end.</param>
    /// <param name="path">The feed's own.</param>
    /// <param name="entries">Latest first.</param>
    /// <param name="root">The signed root last made, or null.</param>
    public static byte[] Of(string site, string path, string title, IReadOnlyList<FeedEntry> entries, DateTimeOffset whenEmpty, string? root = null)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, "zh-CN");
            xml.WriteElementString("id", Namespace, site + path);
            xml.WriteElementString("title", Namespace, XmlCharacters.Clean(title));
            if (root is not null)
            {
                xml.WriteElementString("subtitle", Namespace, $"存证根 Signed root {root}");
            }

            xml.WriteElementString("updated", Namespace, Instant(entries.Count == 0 ? whenEmpty : entries.Max(e => e.At)));
            Link(xml, "self", site + path, "application/atom+xml");
            Link(xml, "alternate", site + "/", "text/html");
            foreach (var entry in entries)
            {
                xml.WriteStartElement("entry", Namespace);
                xml.WriteElementString("id", Namespace, site + entry.Path);
                xml.WriteElementString("title", Namespace, XmlCharacters.Clean(entry.Title));
                xml.WriteElementString("updated", Namespace, Instant(entry.At));
                xml.WriteElementString("published", Namespace, Instant(entry.At));
                xml.WriteStartElement("author", Namespace);
                xml.WriteElementString("name", Namespace, XmlCharacters.Clean(entry.Author));
                xml.WriteEndElement();
                Link(xml, "alternate", site + entry.Path, "text/html");
                xml.WriteElementString("summary", Namespace, XmlCharacters.Clean(entry.Summary));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Link(XmlWriter xml, string rel, string href, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
