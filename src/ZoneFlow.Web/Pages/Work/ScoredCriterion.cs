using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>A score and what it was given for.</summary>
public sealed record ScoredCriterion(Label Label, decimal Score);
