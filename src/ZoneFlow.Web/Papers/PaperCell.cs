using System.Collections.Immutable;

namespace ZoneFlow.Web.Papers;

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its lines.</param>
/// <param name="IsLabel">Whether it is printed on the form, and not an answer.</param>
/// <param name="Lines">Its least height in lines.</param>
/// <param name="Sealed">Whether its last two lines, the seal's place and the date, stand at its lower right.</param>
public sealed record PaperCell(ImmutableArray<string> Text, bool IsLabel, int Wide, int Tall, int Lines, bool Sealed)
{
    /// <summary>How many of its last lines stand at the lower right.</summary>
    public int Stamps => Sealed ? Math.Min(2, Text.Length) : 0;
}
