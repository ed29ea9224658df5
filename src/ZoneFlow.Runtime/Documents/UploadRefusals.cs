using static ZoneFlow.Runtime.Documents.UploadVerdict;

namespace ZoneFlow.Runtime.Documents;

/// <summary>Every reason for which an upload is refused, in words.</summary>
internal static class UploadRefusals
{
    public static readonly Refused Empty = new("empty", "文件是空的。", "The file is empty.");

    public static readonly Refused Extension = new(
        "extension",
        "只接受PDF、OFD、JPG、PNG、DOCX、XLSX文件，请检查扩展名。",
        "Only PDF, OFD, JPG, PNG, DOCX and XLSX files are accepted; check the file extension.");

    public static readonly Refused NameEmpty = new("name-empty", "文件没有名称。", "The file has no name.");

    public static readonly Refused NameCharacters = new(
        "name-characters",
        "文件名含有不可见的控制字符或方向字符，请改名后再上传。",
        "The file name holds invisible control or direction characters; rename it and upload again.");

    public static readonly Refused NameLength = new(
        "name-length",
        $"文件名超过 {UploadName.MaxLength} 个字符，请缩短后再上传。",
        $"The file name has more than {UploadName.MaxLength} characters; shorten it and upload again.");

    public static readonly Refused NameReserved = new(
        "name-reserved",
        "文件名是操作系统保留的设备名（如CON、NUL），请改名后再上传。",
        "The file name is one that operating systems reserve for devices (such as CON or NUL); rename it and upload again.");

    public static readonly Refused TrailingData = new(
        "trailing-data",
        "文件的正文之前、之后或之间夹带了其他数据，请用办公软件另存后再上传。",
        "The file carries other data before, after or between its own; save it again with its usual program and upload that.");

    public static readonly Refused Encrypted = new(
        "encrypted", "文件已加密，请去除密码后再上传。", "The file is encrypted; remove its password and upload again.");

    public static readonly Refused UnsafePath = new(
        "unsafe-path",
        "文件内部含有指向外部目录的路径。",
        "The file holds a part whose path leads outside of it.");

    public static readonly Refused Macros = new(
        "macros", "不接受带宏的文件，请另存为不带宏的格式。", "Files with macros are not accepted; save it as a type without macros.");

    public static readonly Refused NestedArchive = new(
        "nested-archive", "文件内部夹带了压缩包，请去除后再上传。", "The file holds an archive inside; remove it and upload again.");

    public static readonly Refused Ratio = new(
        "ratio",
        "文件内部的压缩比异常，疑似压缩炸弹。",
        "The file's parts are compressed beyond what documents reach; it looks like a zip bomb.");

    public static Refused TooLarge(UploadLimits limits) => new(
        "too-large",
        $"文件超过 {Megabytes(limits.MaxBytes)} MB 的上限。",
        $"The file is larger than the limit of {Megabytes(limits.MaxBytes)} MB.");

    public static Refused Content(string kind) => new(
        "content",
        $"文件内容不是完整有效的{kind}，与扩展名不符或已损坏。",
        $"The content is not a whole and valid {kind}: it does not match the extension, or it is damaged.");

    public static Refused Pixels(UploadLimits limits) => new(
        "pixels",
        $"图片超过 {limits.MaxPixels / 1_000_000m:0.##} 百万像素的上限。",
        $"The image has more than the limit of {limits.MaxPixels / 1_000_000m:0.##} million pixels.");

    public static Refused Entries(UploadLimits limits) => new(
        "entries",
        $"文件内部的部件超过 {limits.MaxEntries} 个的上限。",
        $"The file has more than the limit of {limits.MaxEntries} parts inside.");

    public static Refused Unpacked(UploadLimits limits) => new(
        "unpacked",
        $"文件解压后超过 {Megabytes(limits.MaxUnpackedBytes)} MB 的上限。",
        $"The file unpacks to more than the limit of {Megabytes(limits.MaxUnpackedBytes)} MB.");

    private static string Megabytes(long bytes) => (bytes / 1048576m).ToString("0.##", null);
}
