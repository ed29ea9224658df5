using static ZoneFlow.Policies.Tests.Rows.Shenyang;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>The twenty tasks of 二, each lived on the real pack.</summary>
public sealed class ShenyangTaskRows
{
    private const string Four = "development-reform industry science districts";

    [Fact]
    public void SY_01_HighValuePatents() => Holds("t01", "二(一)1", "market-supervision", Four, "", "专利质量提升扶持政策");

    [Fact]
    public void SY_02_RegionalBrands_TwoAtLeast() => Holds(
        "t02", "二(一)2", "market-supervision", "development-reform industry science agriculture commerce districts",
        "brands ≥ 2个 Cumulative restated; trademark-level", "");

    [Fact]
    public void SY_03_GeographicalIndications_ThreeStandardsThirtyUsers() => Holds(
        "t03", "二(一)3", "market-supervision", "agriculture commerce districts", "gi-standards ≥ 3项 Cumulative; gi-users ≥ 30家 Stock", "");

    [Fact]
    public void SY_04_PatentIntensiveProducts_TwentyAndTheMeasures() => Holds(
        "t04", "二(一)4", "market-supervision", Four, "products ≥ 20件 Cumulative", "沈阳市专利密集型产品认定管理办法");

    [Fact]
    public void SY_05_PatentNavigation_SixElevenFive() => Holds(
        "t05", "二(二)5", "market-supervision", Four,
        "industry-navigation ≥ 6项 Cumulative; company-navigation ≥ 11项 Cumulative; navigation-models ≥ 5项 Cumulative restated", "专利导航项目政策");

    [Fact]
    public void SY_06_InnovatorsOperation_AHundredCompaniesAndTheGrowthGoals() => Holds(
        "t06", "二(二)6", "market-supervision", "industry science innovation-centre education districts",
        "sme-transfers ≥ 100家 Cumulative restated; transfers ≥ 20% YearlyAverageGrowth from 2019; contracts ≥ 40% YearlyAverageGrowth from 2019", "");

    [Fact]
    public void SY_07_PatentsInStandards_OneAtLeast() => Holds(
        "t07", "二(二)7", "market-supervision", "science districts", "patent-standards ≥ 1项 Cumulative", "");

    [Fact]
    public void SY_08_CertifiedManagement_TwoHundredAndAHundredBy2022() => Holds(
        "t08", "二(三)8", "market-supervision", "industry science education districts",
        "certified ≥ 200家 Cumulative by 2022-12-31 restated; advantaged ≥ 100家 Stock by 2022-12-31", "");

    [Fact]
    public void SY_09_InTrust_AThousandCompanies() => Holds(
        "t09", "二(三)9", "market-supervision", "science development-reform industry districts", "in-trust ≥ 1000家 Cumulative restated", "中小企业知识产权托管制度");

    [Fact]
    public void SY_10_Statistics_TwoLeadsTwoSystems() => Holds(
        "t10", "二(三)10", "innovation-centre market-supervision", "statistics development-reform industry commerce districts", "dense-value; gi-value",
        "沈阳市地理标志产品产值统计制度 专利密集型产业增加值统计制度");

    [Fact]
    public void SY_11_Alliances_FiveAndTheMeasures() => Holds(
        "t11", "二(三)11", "market-supervision", "development-reform industry districts", "alliances ≥ 5家 Cumulative", "产业知识产权联盟服务管理办法");

    [Fact]
    public void SY_12_PledgeLoans_AmountAndNumberGrowFrom2018() => Holds(
        "t12", "二(四)12", "market-supervision", "peoples-bank financial-development finance-bureau shengjing districts",
        "pledge-amount ≥ 30% YearlyAverageGrowth from 2018; pledge-count ≥ 30% YearlyAverageGrowth from 2018", "");

    [Fact]
    public void SY_13_Securities_OneLedByHunnan() => Holds(
        "t13", "二(四)13", "hunnan", "market-supervision financial-development", "securities ≥ 1单 Cumulative restated", "");

    [Fact]
    public void SY_14_FinancialTools_NoNumber() => Holds(
        "t14", "二(四)14", "market-supervision", "financial-development science peoples-bank", "", "");

    [Fact]
    public void SY_15_ClusterPremises_AreaAgenciesAndPolicyOnceALeadIsNamed() => Holds(
        "t15", "二(五)15", "", "market-supervision", "area ≥ 3000平方米 Stock; agencies ≥ 30家 Stock", "知识产权服务机构集聚政策");

    [Fact]
    public void SY_16_Platform_OneLedByHunnan() => Holds("t16", "二(五)16", "hunnan", "market-supervision", "platform ≥ 1家 Stock restated", "");

    [Fact]
    public void SY_17_OperationCentres_ThreeOnceALeadIsNamed() => Holds(
        "t17", "二(五)17", "", "market-supervision science development-reform industry", "centres ≥ 3家 Stock restated", "");

    [Fact]
    public void SY_18_BrandAgencies_FiveNew() => Holds(
        "t18", "二(五)18", "market-supervision", "commerce districts", "brand-agencies ≥ 5家 Cumulative restated", "品牌服务机构培育计划");

    [Fact]
    public void SY_19_Supervision_InWords() => Holds("t19", "二(五)19", "market-supervision", "districts", "supervision", "");

    [Fact]
    public void SY_20_Training_NoNumber() => Holds("t20", "二(五)20", "market-supervision", "human-resources education districts", "", "");
}
