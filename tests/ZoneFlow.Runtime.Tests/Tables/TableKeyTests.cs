using System.Text;
using ZoneFlow.Runtime.Tables;

namespace ZoneFlow.Runtime.Tests.Tables;

public sealed class TableKeyTests
{
    private static readonly string[] Texts =
        ["", " ", "!", "%", "-", ".", "/", "0", "9", ":", "?", "A", "Z", "[", "_", "a", "ab", "b", "z", "{", "|", "~", "é", "一", "知识", "知识产权", "Ａ", "𠮷", "\U0010FFFF", "zone|1"];

    [Fact]
    public void Part_OfAnyTwoTexts_KeepsTheOrderOfTheirUtf8Bytes()
    {
        foreach (var one in Texts)
        {
            foreach (var other in Texts)
            {
                var bytes = Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other));
                Assert.Equal(Math.Sign(bytes), Math.Sign(string.CompareOrdinal(TableKey.Part(one), TableKey.Part(other))));
            }
        }
    }

    [Fact]
    public void Of_TwoParts_IsInTheOrderOfTheFirstThenTheSecond()
    {
        var keys = Texts.Where(t => t.Length > 0).SelectMany(a => new[] { "", "x", "~" }.Select(b => (a, b))).ToList();

        Assert.Equal(
            keys.OrderBy(k => TableKey.Of(k.a, k.b), StringComparer.Ordinal).Select(k => TableKey.Of(k.a, k.b)),
            keys.OrderBy(k => TableKey.Part(k.a), StringComparer.Ordinal).ThenBy(k => TableKey.Part(k.b), StringComparer.Ordinal).Select(k => TableKey.Of(k.a, k.b)));
    }

    [Fact]
    public void Part_OfALongText_FitsAndStaysItsOwn()
    {
        var (one, other) = (new string('区', 300) + "甲", new string('区', 300) + "乙");

        Assert.InRange(TableKey.Part(one).Length, 1, 400);
        Assert.NotEqual(TableKey.Part(one), TableKey.Part(other));
        Assert.Equal(TableKey.Part(one), TableKey.Part(one));
    }
}
