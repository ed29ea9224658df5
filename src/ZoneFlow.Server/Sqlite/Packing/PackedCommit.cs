namespace ZoneFlow.Server.Sqlite.Packing;

/// <summary>The entries and rows of a commit as they are written, in its order.</summary>
internal sealed record PackedCommit(KeptText[] Entries, KeptText[] Rows);
