namespace ZoneFlow.TestKit.Cloud;

/// <summary>The process ended in the middle of a write.</summary>
public sealed class PowerCutException : Exception;
