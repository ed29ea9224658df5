namespace ZoneFlow.Web.Pages.Operator;

/// <summary>A deletion that was carried out.</summary>
public sealed record PastErasure(string Case, int Texts, string Ground, string By, DateTimeOffset At);
