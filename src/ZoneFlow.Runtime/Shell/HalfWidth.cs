namespace ZoneFlow.Runtime.Shell;

/// <summary>
/// Full-width letters, digits and signs as their usual forms: people type both and mean one. The framework's own
/// normalisation does nothing in a program without cultures, such as this one.
/// </summary>
public static class HalfWidth
{
    private const int Distance = '\uFF01' - '!';

    public static string Of(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = from[i] switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(from[i] - Distance),
                '\u3000' => ' ',
                var c => c,
            };
        }
    });
}
