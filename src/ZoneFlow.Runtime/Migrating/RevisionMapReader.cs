using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Migrating;

/// <summary>Reads a map of what a revision calls otherwise; what is wrong with it is said with its line.</summary>
/// <returns>The map, or problems, one sentence each with file and line.</returns>
public delegate (RevisionMap? Map, ImmutableArray<string> Problems) RevisionMapReader(string text, string fileName);
