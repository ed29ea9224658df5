using System.Xml;

namespace ZoneFlow.Web.Exports;

/// <summary>Texts that people typed, as XML can hold them.</summary>
internal static class XmlCharacters
{
    /// <summary>Without the characters that XML 1.0 has no way to write; half a surrogate pair becomes U+FFFD.</summary>
    public static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)));
}
