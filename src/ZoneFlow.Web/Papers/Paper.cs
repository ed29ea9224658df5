using System.Collections.Immutable;

namespace ZoneFlow.Web.Papers;

/// <summary>
/// A paper as an office signs it, before any renderer: what it says and where the standard puts it (GB/T 9704-2012). The printed page and
/// the text document are made from this and from nothing else.
/// </summary>
/// <param name="Head">发文机关标志: the issuing office's full name.</param>
/// <param name="Number">发文字号, or null while the office has not given one.</param>
/// <param name="Title">The title, its lines where it has several.</param>
/// <param name="Recipient">主送机关 with its colon, or null.</param>
public sealed record Paper(
    PaperFormat Format, string Head, string? Number, ImmutableArray<string> Title, string? Recipient, ImmutableArray<PaperBlock> Body)
{
    /// <summary>Where the 文号 goes while the office has not given one: to be written in.</summary>
    public const string NoNumber = "　　　〔　　　　〕　　号";

    /// <summary>附件说明, a name a line.</summary>
    public ImmutableArray<string> Attachments { get; init; } = [];

    public PaperSignature? Signature { get; init; }

    /// <summary>版记, where the format has one.</summary>
    public PaperImprint? Imprint { get; init; }

    /// <summary>The form's cover, or null.</summary>
    public PaperCover? Cover { get; init; }

    /// <summary>What stands above everything: that it corrects another, or that another has taken its place.</summary>
    public string? Remark { get; init; }

    /// <summary>The print's own code, by which its sealed scan is matched; null for letters.</summary>
    public string? Code { get; init; }

    /// <summary>A document's head closes with 文件, as the standard allows; a letter's and a notice's is the name alone.</summary>
    public string HeadText() => Format == PaperFormat.Document ? $"{Head}文件" : Head;

    public PaperSize HeadSize() => HeadText().Length switch
    {
        <= 10 => PaperSize.Large,
        <= 16 => PaperSize.Middle,
        <= 26 => PaperSize.Small,
        _ => PaperSize.Smallest,
    };
}
