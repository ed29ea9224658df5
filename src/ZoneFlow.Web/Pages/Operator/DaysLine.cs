using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>A run of days that are off, or worked in exchange, for one reason.</summary>
public sealed record DaysLine(DateOnly From, DateOnly To, string Festival, Label What);
