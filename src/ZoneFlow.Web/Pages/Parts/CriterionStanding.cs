namespace ZoneFlow.Web.Pages.Parts;

/// <summary>Where a criterion stands.</summary>
public enum CriterionStanding
{
    Met,
    Unmet,

    /// <summary>A person judges it.</summary>
    Judged,
}
