using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Parts;

/// <summary>One value of a list to choose from.</summary>
/// <param name="Note">Said beside it, such as a score and a rank.</param>
public sealed record Option(string Value, Label Label, Label? Note = null);
