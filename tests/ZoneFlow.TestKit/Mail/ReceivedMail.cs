using System.Text;
using System.Text.RegularExpressions;

namespace ZoneFlow.TestKit.Mail;

/// <summary>A mail as its reader's program takes it apart: headers unfolded and decoded, text parts decoded.</summary>
public sealed partial class ReceivedMail
{
    private readonly ILookup<string, string> headers;

    private ReceivedMail(string raw)
    {
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        Head = raw[..end];
        Body = raw[(end + 4)..];
        headers = Fold().Replace(Head, " ").Split("\r\n")
            .Select(line => line.Split(':', 2))
            .ToLookup(parts => parts[0], parts => Decode(parts[1].Trim()), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The head as it was sent, for a look at what is really in it.</summary>
    public string Head { get; }

    public string? Text => Part("text/plain");

    public string? Html => Part("text/html");

    private string Body { get; }

    /// <summary>The header's only value; null when there is none, a failure when there are two.</summary>
    public string? this[string name] => headers[name].SingleOrDefault();

    public static ReceivedMail Parse(string raw) => new(raw);

    private string? Part(string mediaType)
    {
        var type = this["Content-Type"] ?? "text/plain";
        if (type.StartsWith(mediaType, StringComparison.OrdinalIgnoreCase))
        {
            return Content();
        }

        return Boundary().Match(type) is { Success: true } boundary
            ? Body.Split("--" + boundary.Groups[1].Value)[1..^1]
                .Select(part => Parse(part.TrimStart('\r', '\n')).Part(mediaType))
                .FirstOrDefault(text => text is not null)
            : null;
    }

    private string Content() => this["Content-Transfer-Encoding"] switch
    {
        "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(Body)),
        "quoted-printable" => throw new NotSupportedException("No mailer here writes quoted-printable."),
        _ => Body,
    };

    /// <summary>Encoded words, with the space between two of them taken out.</summary>
    private static string Decode(string value) => Word().Replace(Gap().Replace(value, "$1"), word => Encoding.UTF8.GetString(
        word.Groups[1].Value.Equals("B", StringComparison.OrdinalIgnoreCase)
            ? Convert.FromBase64String(word.Groups[2].Value)
            : Unquote(word.Groups[2].Value)));

    private static byte[] Unquote(string text) => [.. Quoted().Matches(text).Select(match => match.Value switch
    {
        "_" => (byte)' ',
        ['=', ..] => Convert.ToByte(match.Value[1..], 16),
        _ => (byte)match.Value[0],
    })];

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Fold();

    [GeneratedRegex("boundary=\"?([^\";]+)\"?")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"(\?=)\s+(?==\?)")]
    private static partial Regex Gap();

    [GeneratedRegex(@"=\?utf-8\?([BQ])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    [GeneratedRegex("=[0-9A-Fa-f]{2}|.")]
    private static partial Regex Quoted();
}
