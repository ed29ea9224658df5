namespace ZoneFlow.Web.Intake;

/// <summary>Where a test may end the process; does nothing otherwise.</summary>
public sealed class CrashHook(Action<string>? at = null)
{
    public void At(string point) => at?.Invoke(point);
}
