namespace ZoneFlow.Web.Pages.Parts;

/// <summary>What a form posts besides what was typed: <c>nonce</c>, made when the page was shown, and <c>signal</c>, the id that makes a repeat harmless.</summary>
public sealed record PostTokens(string Nonce, string? Signal = null);
