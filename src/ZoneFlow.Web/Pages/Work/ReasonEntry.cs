namespace ZoneFlow.Web.Pages.Work;

/// <summary>The box for the reason.</summary>
/// <param name="Typed">What was typed before a refusal.</param>
public sealed record ReasonEntry(bool Required, string Typed);
