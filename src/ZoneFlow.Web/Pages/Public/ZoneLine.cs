using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Public;

/// <summary>One zone of the public register.</summary>
public sealed record ZoneLine(string Number, string Name, string? Region, Label Standing, bool Final, DateOnly Since, string Href);
