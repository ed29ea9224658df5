using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Parts;

/// <summary>One criterion as the answers meet it now.</summary>
/// <param name="Why">What is missing, where it is unmet; who judges it, where a person does.</param>
public sealed record CriterionLine(string Name, Label Label, CriterionStanding Standing, Label? Why, Source Source);
