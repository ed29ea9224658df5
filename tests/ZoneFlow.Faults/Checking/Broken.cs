using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ZoneFlow.Faults.Checking;

/// <summary>Something that must hold in every life does not.</summary>
internal sealed class BrokenException(string what) : Exception(what);

internal static class Broken
{
    public static void If([DoesNotReturnIf(true)] bool broken, [InterpolatedStringHandlerArgument(nameof(broken))] ref Saying saying)
    {
        if (broken)
        {
            throw new BrokenException(saying.ToString());
        }
    }

    /// <summary>Puts the sentence together only where it is needed.</summary>
    [InterpolatedStringHandler]
    public ref struct Saying
    {
        private DefaultInterpolatedStringHandler _text;

        public Saying(int literal, int holes, bool broken, out bool needed)
        {
            needed = broken;
            _text = broken ? new DefaultInterpolatedStringHandler(literal, holes) : default;
        }

        public void AppendLiteral(string text) => _text.AppendLiteral(text);

        public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

        public void AppendFormatted<T>(T value, string format) => _text.AppendFormatted(value, format);

        public override string ToString() => _text.ToStringAndClear();
    }
}
