namespace ZoneFlow.Core.Cases;

/// <summary>How an indicator stands on a day: what is reached, what is to be expected, what is late.</summary>
public enum ScoreStanding
{
    /// <summary>Reached by verified values.</summary>
    Met,

    /// <summary>To be reached in time if it goes on so, the range of error included.</summary>
    OnCourse,

    /// <summary>The target lies within the forecast's range of error, or that range is not known.</summary>
    AtRisk,

    /// <summary>Not to be reached in time if it goes on so.</summary>
    OffCourse,

    /// <summary>The due date has passed and it was not reached.</summary>
    Missed,

    /// <summary>Too few verified values to say anything.</summary>
    Pending,

    /// <summary>It grows from a year whose amount nobody has confirmed.</summary>
    BaselineMissing,

    /// <summary>Words, which a person judges.</summary>
    Narrative,
}
