namespace ZoneFlow.Runtime.Orchestrating;

/// <summary>How a case is woken.</summary>
public enum WakeUpStep
{
    /// <summary>Its orchestration lives: an event is raised.</summary>
    Raise,

    /// <summary>It has none, or one that failed, ended, was terminated or purged: one is started under the same id.</summary>
    Start,
}
