namespace ZoneFlow.Web.Pages.Operator;

/// <summary>One notice on a year's holidays, or a change to one.</summary>
public sealed record RevisionLine(string Id, string Notice, int Year, DateOnly Published, string? Replaces, string? Region, string? Source);
