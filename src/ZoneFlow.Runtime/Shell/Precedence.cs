namespace ZoneFlow.Runtime.Shell;

/// <summary>
/// People go first: while a signal of somebody is under way, most of what time alone brings waits until it has been answered.
/// </summary>
public sealed class Precedence
{
    private readonly Lock _lock = new();
    private int _people;
    private TaskCompletionSource? _nobody;

    /// <summary>Somebody's signal has come in; <see cref="Ended"/> follows whatever becomes of it.</summary>
    public void Begun()
    {
        lock (_lock)
        {
            _people++;
        }
    }

    public void Ended()
    {
        TaskCompletionSource? waited = null;
        lock (_lock)
        {
            if (--_people == 0)
            {
                (waited, _nobody) = (_nobody, null);
            }
        }

        waited?.SetResult();
    }

    /// <summary>Done once nobody's signal is under way; at once where none is.</summary>
    public Task NobodyAsync()
    {
        lock (_lock)
        {
            return _people == 0 ? Task.CompletedTask : (_nobody ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}
