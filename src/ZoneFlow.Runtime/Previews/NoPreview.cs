using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Previews;

/// <summary>Why a document is not shown.</summary>
/// <param name="Code">Stable, for programs and tests.</param>
public sealed record NoPreview(string Code, Label Why)
{
    public static NoPreview Kind { get; } = new("kind", new Label("这种格式不能预览，请下载后查看。", "Files of this kind are not shown here; download it."));

    public static NoPreview Damaged { get; } = new("damaged", new Label("文件内容有误或不完整，不能预览，请下载后核对。", "Its content is damaged or cut short; download it and check."));

    public static NoPreview TooLarge { get; } = new("too-large", new Label("图片过大，不生成缩略图。", "The picture is too large for a thumbnail."));

    public static NoPreview TooSlow { get; } = new("too-slow", new Label("文件过于复杂，超过了预览的时限，请下载后查看。", "It takes too long to read; download it."));

    public static NoPreview Interlaced { get; } = new("interlaced", new Label("隔行存储的图片不生成缩略图。", "No thumbnail is made of an interlaced picture."));

    public static NoPreview Colours { get; } = new("colours", new Label("印刷用色的图片不生成缩略图。", "No thumbnail is made of a picture in printing colours."));

    public static NoPreview Gone { get; } = new("gone", new Label("文件内容已不在库中。", "Its content is no longer stored."));

    public static NoPreview Empty { get; } = new("empty", new Label("文件中没有文字，请下载后查看。", "It has no text; download it."));

    public static NoPreview? Of(string code) => All.FirstOrDefault(n => n.Code == code);

    private static IReadOnlyList<NoPreview> All => [Kind, Damaged, TooLarge, TooSlow, Interlaced, Colours, Gone, Empty];
}
