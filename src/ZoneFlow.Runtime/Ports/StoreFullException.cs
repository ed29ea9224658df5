namespace ZoneFlow.Runtime.Ports;

/// <summary>There is no room left to write. Nothing of the call was stored, it may be repeated, and reading goes on.</summary>
public sealed class StoreFullException(Exception inner) : IOException("No room is left in the store.", inner);
