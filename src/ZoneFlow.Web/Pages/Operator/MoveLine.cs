using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>One deadline that moves, of one case, with the days that move it.</summary>
public sealed record MoveLine(string Number, string Title, string Href, Label What, DateOnly Was, DateOnly Now, bool Provisional, bool Printed, string Days);
