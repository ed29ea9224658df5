using System.Collections.Immutable;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>One row of a text, as <c>rows.yaml</c> names it.</summary>
/// <param name="Id"><c>LN-07</c>; a test of it is named <c>LN_07_…</c>.</param>
/// <param name="By">The constructs that carry it, by their paths in the pack.</param>
internal sealed record Row(string Id, string Article, string What, ImmutableArray<string> By)
{
    public string Prefix => Id.Replace('-', '_') + "_";
}
