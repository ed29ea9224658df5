using System.Collections.Immutable;

namespace ZoneFlow.Web.Papers;

/// <summary>A piece of a paper's body.</summary>
public abstract record PaperBlock
{
    private PaperBlock()
    {
    }

    /// <summary>A paragraph.</summary>
    /// <param name="Level">1 一、 in black type, 2 （一） in regular script, 0 for everything else.</param>
    public sealed record Text(string Words, int Level) : PaperBlock;

    /// <summary>A heading above a table of a form.</summary>
    public sealed record Heading(string Words) : PaperBlock;

    /// <summary>A table.</summary>
    /// <param name="Columns">How many units wide it is.</param>
    public sealed record Table(int Columns, ImmutableArray<ImmutableArray<PaperCell>> Rows) : PaperBlock;
}
