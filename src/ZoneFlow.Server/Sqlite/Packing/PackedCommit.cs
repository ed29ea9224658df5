namespace ZoneFlow.Server.Sqlite.Packing;

/// <summary>The entries and rows of a commit as they are written, in its order, and how the case stands where that is new.</summary>
internal sealed record PackedCommit(KeptText[] Entries, KeptText[] Rows, Standing? Standing);
