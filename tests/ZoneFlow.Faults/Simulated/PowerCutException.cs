namespace ZoneFlow.Faults.Simulated;

/// <summary>Unwinds the code that stood at a crash point; whatever it does on the way comes to nothing.</summary>
internal sealed class PowerCutException(string at) : Exception($"The power went at {at}.");
