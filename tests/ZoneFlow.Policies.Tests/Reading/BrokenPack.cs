using System.Text;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Reading;

/// <summary>The Liaoning pack with one text in one file put wrong.</summary>
internal sealed record BrokenPack(string File, int Line, PackReading Reading)
{
    public static IReadOnlyDictionary<string, byte[]> Whole => PackFolder.FilesOf(Path.Combine(ShippedPacks.Folder, "liaoning-2025"));

    /// <summary>The text's first occurrence is replaced, and the line is its.</summary>
    public static BrokenPack With(string file, string text, string instead)
    {
        var files = Whole.ToDictionary();
        var whole = Encoding.UTF8.GetString(files[file]);
        var at = whole.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{text}' is not in {file}.");
        files[file] = Encoding.UTF8.GetBytes(whole[..at] + instead + whole[(at + text.Length)..]);
        return new BrokenPack(file, whole[..at].Count(c => c == '\n') + 1, PackFolder.ReadFiles(files));
    }
}
