namespace ZoneFlow.Web.Papers;

/// <summary>版记: who gets copies, and who printed it when.</summary>
/// <param name="Copies">抄送机关, or null where nobody gets one.</param>
public sealed record PaperImprint(string? Copies, string Unit, string Date);
