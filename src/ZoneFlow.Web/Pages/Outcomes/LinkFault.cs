namespace ZoneFlow.Web.Pages.Outcomes;

/// <summary>What is wrong with an emailed link.</summary>
public enum LinkFault
{
    /// <summary>Its task has been done with it.</summary>
    Used,

    /// <summary>A later mail carries a new one, or the task has moved on.</summary>
    Superseded,

    Revoked,

    /// <summary>Its task was handed over to somebody else (转办).</summary>
    HandedOver,

    Expired,

    /// <summary>No such link was ever sent.</summary>
    Forged,
}
