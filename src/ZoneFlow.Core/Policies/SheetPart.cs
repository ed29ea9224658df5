using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>A table of the form.</summary>
/// <param name="Heading">What stands above it, or null.</param>
/// <param name="Columns">How many units wide it is; a row's cells fill them.</param>
public sealed record SheetPart(string? Heading, int Columns, ImmutableArray<SheetRow> Rows);
