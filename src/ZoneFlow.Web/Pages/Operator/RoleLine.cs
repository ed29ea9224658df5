using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>A role that a party holds.</summary>
public sealed record RoleLine(Label Role, string? Region, DateOnly From, DateOnly? Until);
