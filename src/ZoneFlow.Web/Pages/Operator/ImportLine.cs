using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>One row of a file of parties.</summary>
/// <param name="Number">Its place in the file, the heading being 1.</param>
/// <param name="Cells">What stands in it, in the order of the columns.</param>
/// <param name="Wrong">What is wrong, by column.</param>
/// <param name="Does">What it would do, or has done; empty where it is wrong.</param>
public sealed record ImportLine(int Number, IReadOnlyList<string> Cells, IReadOnlyDictionary<int, Label> Wrong, IReadOnlyList<Label> Does);
