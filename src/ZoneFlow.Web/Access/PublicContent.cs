namespace ZoneFlow.Web.Access;

/// <summary>A route whose answer is for the public to keep and to find.</summary>
/// <param name="ForEver">Its address changes with its content.</param>
public sealed record PublicContent(bool ForEver);
