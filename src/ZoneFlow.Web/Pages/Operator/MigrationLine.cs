using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>One case on its way to another revision.</summary>
/// <param name="Why">Why it stays; empty where it moves.</param>
public sealed record MigrationLine(string Number, string Title, string Href, string From, IReadOnlyList<Label> Differences, IReadOnlyList<Label> Why);
