using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Looks at a row's stored text before it is taken apart: most rows of a long list do not have the words that are sought.</summary>
internal static class RowSearch
{
    public static Func<IndexRow, bool> Any { get; } = _ => true;

    /// <summary>Whether a row's text can have the words: false only where it surely has not.</summary>
    public static Func<IndexRow, bool> For(string search) =>
        // What is neither a letter nor a digit may be written in another way.
        search.Length == 0 || !search.All(char.IsLetterOrDigit) ? Any : row => row.Json.Contains(search, StringComparison.OrdinalIgnoreCase);
}
