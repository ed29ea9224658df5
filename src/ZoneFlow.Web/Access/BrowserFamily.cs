namespace ZoneFlow.Web.Access;

/// <summary>A browser's kind and its system in a few words, for its owner to know a session by; nothing finer is kept.</summary>
public static class BrowserFamily
{
    /// <summary>What programs at the JSON interface are called.</summary>
    public const string Program = "程序接口 API";

    // The first that is found: most browsers name others behind them.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("MicroMessenger", "微信"), ("DingTalk", "钉钉"), ("Edg", "Edge"), ("OPR/", "Opera"), ("HuaweiBrowser", "华为浏览器"), ("QQBrowser", "QQ浏览器"), ("UCBrowser", "UC浏览器"),
        ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("HarmonyOS", "鸿蒙"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux"),
    ];

    public static string Of(string? userAgent)
    {
        var (browser, system) = (Named(Browsers, userAgent), Named(Systems, userAgent));
        return (browser, system) switch
        {
            (null, null) => "其他浏览器 Other",
            ({ } name, { } on) => $"{name}（{on}）",
            _ => browser ?? system!,
        };
    }

    private static string? Named((string Sign, string Name)[] known, string? userAgent) =>
        known.Where(k => userAgent?.Contains(k.Sign, StringComparison.Ordinal) == true).Select(k => k.Name).FirstOrDefault();
}
