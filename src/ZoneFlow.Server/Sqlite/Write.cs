namespace ZoneFlow.Server.Sqlite;

/// <summary>Something to be written, and the caller who waits until it is durable.</summary>
internal abstract class Write
{
    /// <summary>Writes within the open transaction. It may run twice, where its group failed.</summary>
    public abstract void Apply(Database database);

    public abstract void Answer();

    public abstract void Fail(Exception problem);
}

/// <inheritdoc/>
internal sealed class Write<T>(Func<Database, T> apply) : Write
{
    private readonly TaskCompletionSource<T> caller = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;

    public Task<T> Durable => caller.Task;

    public override void Apply(Database database) => result = apply(database);

    public override void Answer() => caller.SetResult(result);

    public override void Fail(Exception problem) => caller.SetException(problem);
}
