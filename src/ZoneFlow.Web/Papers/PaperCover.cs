using System.Collections.Immutable;

namespace ZoneFlow.Web.Papers;

/// <summary>The cover of a form.</summary>
/// <param name="Foot">The line at its foot, or null.</param>
public sealed record PaperCover(ImmutableArray<PaperCoverLine> Lines, string? Foot)
{
    /// <summary>The lines as they stand: each with those that stand beside it.</summary>
    public IEnumerable<IReadOnlyList<PaperCoverLine>> Rows
    {
        get
        {
            for (var i = 0; i < Lines.Length;)
            {
                var row = Lines.Skip(i + 1).TakeWhile(l => l.Beside).Prepend(Lines[i]).ToList();
                yield return row;
                i += row.Count;
            }
        }
    }
}
