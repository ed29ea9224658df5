namespace ZoneFlow.Faults.Simulated;

/// <summary>One run of the program. Once it is dead nothing that it began goes on, catch blocks included.</summary>
internal sealed class ProcessLife
{
    public bool IsDead { get; private set; }

    public string? DiedAt { get; private set; }

    public void Die(string at)
    {
        IsDead = true;
        DiedAt ??= at;
    }

    /// <summary>What a dead process waits for: it never comes.</summary>
    public static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;
}
