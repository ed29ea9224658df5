namespace ZoneFlow.Web.Endpoints;

/// <summary>Where somebody is sent back to: a path of this site and nothing else.</summary>
public static class LocalAddress
{
    private const int Longest = 2_000;

    /// <summary>Browsers read a backslash as a slash and drop tabs and line breaks; neither may lead elsewhere. What a header takes is ASCII.</summary>
    public static bool IsLocal(string address) =>
        address is ['/', ..] and not ['/', '/', ..] && address.Length <= Longest && address.All(c => c is > ' ' and <= '~' and not '\\');
}
