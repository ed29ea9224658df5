namespace ZoneFlow.Web.Pages.Operator;

/// <summary>What has become of a mail.</summary>
public enum SentState
{
    /// <summary>It waits for the opening of a working day, or for its next try.</summary>
    Waiting,

    /// <summary>It was given up on and waits for an operator.</summary>
    GivenUp,

    /// <summary>It has reached everybody it was for.</summary>
    Sent,
}
