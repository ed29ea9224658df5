namespace ZoneFlow.Runtime.Ports;

/// <summary>An upload went on past the most bytes its receiver accepts. Nothing of it was stored.</summary>
public sealed class ContentTooLargeException(long limit)
    : Exception($"The content is longer than the {limit} bytes accepted.")
{
    /// <summary>The most bytes that would have been accepted.</summary>
    public long Limit { get; } = limit;
}
