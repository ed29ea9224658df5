namespace ZoneFlow.Web.Pages.Work;

/// <summary>Where a step stands.</summary>
public enum StepState
{
    Done,
    Current,
    Ahead,

    /// <summary>The matter ended here, against the applicant.</summary>
    Stopped,
}
