using Microsoft.AspNetCore.Http;

namespace ZoneFlow.Web.Access;

/// <summary>A kept paper carries its own style sheet: answers that serve one allow any style in them, and still no script and nothing from elsewhere.</summary>
public static class KeptStyle
{
    private const string Key = "zoneflow-kept-style";

    public static void Allow(HttpContext http) => http.Items[Key] = true;

    public static bool IsAllowed(HttpContext http) => http.Items.ContainsKey(Key);
}
