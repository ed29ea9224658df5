using ZoneFlow.Core.Policies;
using static ZoneFlow.Policies.Tests.Rows.Xuzhou;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>The twenty indicators, each lived on the real pack.</summary>
public sealed class XuzhouIndicatorRows
{
    private const IndicatorBasis Stock = IndicatorBasis.Stock;
    private const IndicatorBasis Total = IndicatorBasis.Cumulative;
    private const LegalEffect Text = LegalEffect.Statutory;
    private const LegalEffect Norm = LegalEffect.ServiceNorm;

    [Fact]
    public void XZ_I01_BrandAgencies_Three() => Level("t1-5", "brand-agencies", "二(一)5", 3, "家", Total, Norm);

    [Fact]
    public void XZ_I02_TrainingBases_Two() => Level("t2-2", "training-bases", "二(二)2", 2, "家", Total, Norm);

    [Fact]
    public void XZ_I03_InformationBodies_Five() => Level("t2-2", "information-bodies", "二(二)2", 5, "家", Total, Norm);

    [Fact]
    public void XZ_I04_AgencyRate_EightyFivePercent() => Level("t2-3", "agency-rate", "二(二)3", 85, "%", Stock, Norm);

    [Fact]
    public void XZ_I05_Agencies_AHundredAndFiftyInAll() => Level("t2-3", "agencies", "二(二)3", 150, "家", Total, Text);

    [Fact]
    public void XZ_I06_Staff_ThreeThousandFiveHundred() => Level("t2-3", "staff", "二(二)3", 3500, "人", Stock, Text);

    [Fact]
    public void XZ_I07_FilingsGrowth_ThirtyPercent() => Growth("filings-growth", 30);

    [Fact]
    public void XZ_I08_GrantsGrowth_TwentyPercent() => Growth("grants-growth", 20);

    [Fact]
    public void XZ_I09_InventionsInForce_SixThousand() => Level("t3-1", "patents", "二(三)1", 6000, "件", Stock, Norm);

    [Fact]
    public void XZ_I10_GrantsOfTheYear_EightHundred() => OfTheYear2026("t3-1", "grants", "二(三)1", 800, "件");

    [Fact]
    public void XZ_I11_PctFilings_FiveHundred() => Level("t3-1", "pct", "二(三)1", 500, "件", Total, Norm);

    [Fact]
    public void XZ_I12_TrademarkCompanies_AThousandAndFifty() => Level("t3-1", "trademark-firms", "二(三)1", 1050, "家", Stock, Norm);

    [Fact]
    public void XZ_I13_Income_TenHundredMillion() => OfTheYear2026("t3-1", "income", "二(三)1", 10, "亿元");

    [Fact]
    public void XZ_I14_PledgeLoans_TenHundredMillion() => OfTheYear2026("t3-1", "pledges", "二(三)1", 10, "亿元");

    [Fact]
    public void XZ_I15_Trade_OneHundredMillion() => OfTheYear2026("t3-1", "trade", "二(三)1", 1, "亿元");

    [Fact]
    public void XZ_I16_StandardAgencies_Five() => Level("t5-1", "standard-agencies", "二(五)1", 5, "家", Total, Norm);

    [Fact]
    public void XZ_I17_Streets_Three() => Level("t6-1", "streets", "二(六)1", 3, "处", Total, Norm);

    [Fact]
    public void XZ_I18_Lectures_Ten() => Level("t6-1", "lectures", "二(六)1", 10, "期", Total, Norm);

    [Fact]
    public void XZ_I19_SchoolTrainings_Ten() => Level("t6-1", "school-trainings", "二(六)1", 10, "次", Total, Norm);

    [Fact]
    public void XZ_I20_Windows_ElevenAtLeast() => Level("t1-4", "windows", "二(一)4", 11, "个", Stock, Norm);
}
