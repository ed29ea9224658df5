namespace ZoneFlow.Runtime.Previews;

/// <summary>A thumbnail as it is kept, by the hash of its document.</summary>
/// <param name="Png">The picture, or null where none is made.</param>
/// <param name="Why">The code of <see cref="NoPreview"/>, where there is none.</param>
public sealed record KeptThumbnail(byte[]? Png, string? Why);
