namespace ZoneFlow.Server.Sqlite.Packing;

/// <summary>A dictionary that is to be made from the last texts of a store.</summary>
/// <param name="Entries">How many entries the store had then.</param>
internal sealed record NewDictionary(long Id, long Entries, IReadOnlyList<byte[]> Samples);
