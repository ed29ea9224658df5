using ZoneFlow.Web.Papers;

namespace ZoneFlow.Web.Tests.Papers;

/// <summary>Chinese as a document is set.</summary>
public sealed class TypographyTests
{
    [Theory]
    [InlineData("材料不全,请补正.", "材料不全，请补正。")]
    [InlineData("第7条(一)项", "第7条（一）项")]
    [InlineData("见http://example.org/a,b", "见http://example.org/a,b")]
    [InlineData("面积1,200.5平方米", "面积1,200.5平方米")]
    [InlineData("称\"集聚区\"的", "称“集聚区”的")]
    [InlineData("沈阳 高新区", "沈阳高新区")]
    [InlineData("IP services, Ltd.", "IP services, Ltd.")]
    public void Text_AmongChinese_HasFullWidthPunctuation(string typed, string set) => Assert.Equal(set, Typography.Text(typed));

    [Theory]
    [InlineData("集聚区（编号LN-2025-001）收悉", "集聚区（编号|[LN-2025-001]|）收悉")]
    [InlineData("7K3M-9QXT-2B", "[7K3M-9QXT-2B]")]
    [InlineData("3—6个月", "3—6个月")]
    [InlineData("", "")]
    public void Code_WithItsHyphens_IsOnePieceThatNoLineBreaks(string text, string pieces) =>
        Assert.Equal(pieces, string.Join('|', Typography.Pieces(text).Select(p => p.Whole ? $"[{p.Piece}]" : p.Piece)));

    [Theory]
    [InlineData("9999.5", "9,999.5元")]
    [InlineData("21500000", "2150万元（21,500,000元）")]
    [InlineData("123456789.01", "1.23亿元（123,456,789.01元）")]
    [InlineData("-30000", "-3万元（-30,000元）")]
    public void Amount_Large_StandsInItsUnitWithTheExactFigureBeside(string yuan, string set) =>
        Assert.Equal(set, Typography.Amount(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2025-06-09", "2025年6月9日")]
    [InlineData("6个月", "6个月")]
    public void Value_ThatIsADate_HasNoLeadingZeros(string value, string set) => Assert.Equal(set, Typography.Value(value));
}
