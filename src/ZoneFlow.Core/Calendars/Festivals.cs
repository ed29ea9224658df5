namespace ZoneFlow.Core.Calendars;

/// <summary>The festivals all citizens have off (全国年节及纪念日放假办法, article 2), by the names the notices use.</summary>
public static class Festivals
{
    public const string NewYear = "元旦";
    public const string Spring = "春节";
    public const string Qingming = "清明节";
    public const string Labour = "劳动节";
    public const string Dragon = "端午节";
    public const string MidAutumn = "中秋节";
    public const string National = "国庆节";

    /// <summary>Known names joined by 、 as a notice joins two festivals that meet; a name not known stays as it is.</summary>
    public static string English(string name) => string.Join(" and ", name.Split('、').Select(n => n switch
    {
        NewYear => "New Year's Day",
        Spring => "Spring Festival",
        Qingming => "Qingming",
        Labour => "Labour Day",
        Dragon => "Dragon Boat Festival",
        MidAutumn => "Mid-Autumn Festival",
        National => "National Day",
        _ => n,
    }));
}
