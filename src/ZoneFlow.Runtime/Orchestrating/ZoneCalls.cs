namespace ZoneFlow.Runtime.Orchestrating;

/// <summary>What an orchestration can do, without the types of whatever runs it.</summary>
/// <param name="Look">Fires what is due in the case and says what is to be done next.</param>
/// <param name="Run">Tries one effect.</param>
/// <param name="WaitOrWoken">Returns at the instant or at a wake-up, also one that came while nobody waited.</param>
/// <param name="Show">Shows a status.</param>
/// <param name="Again">Begins anew, with wake-ups that have not been heard yet.</param>
public sealed record ZoneCalls(
    Func<Task<ZoneLook>> Look, Func<string, Task> Run, Func<DateTime, Task> WaitOrWoken, Action<ZoneStatus> Show, Action Again);
