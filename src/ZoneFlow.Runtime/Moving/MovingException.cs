namespace ZoneFlow.Runtime.Moving;

/// <summary>An archive that cannot be taken in, or a house that is not empty. The message is for the operator, in both languages.</summary>
public sealed class MovingException(string message, Exception? inner = null) : Exception(message, inner);
