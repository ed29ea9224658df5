using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>One step of the progress (办件进度).</summary>
public sealed record ProgressStep(Label Label, StepState State, DateOnly? On);
