namespace ZoneFlow.Core.Cases;

/// <summary>How the person behind a signal was known.</summary>
public enum SignedIn
{
    /// <summary>Not at all: a member of the public.</summary>
    Anonymous,

    /// <summary>By a session begun from an emailed link.</summary>
    Session,

    /// <summary>By the emailed link of one task.</summary>
    ActionLink,

    /// <summary>The installation itself: a timer, a message, the first start.</summary>
    System,
}
