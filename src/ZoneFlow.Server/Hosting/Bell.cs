namespace ZoneFlow.Server.Hosting;

/// <summary>A bell that a commit rings. Rung while nobody waits, it is heard at once by whoever waits next.</summary>
internal sealed class Bell : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0, 1);

    public void Ring()
    {
        try
        {
            if (_bell.CurrentCount == 0)
            {
                _bell.Release();
            }
        }
        catch (SemaphoreFullException)
        {
            // Somebody rang at the same moment: once is enough.
        }
    }

    public async Task WaitAsync(TimeSpan most, CancellationToken cancellationToken)
    {
        try
        {
            await _bell.WaitAsync(most > TimeSpan.Zero ? most : TimeSpan.Zero, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The server stops; the caller looks at its token.
        }
    }

    public void Dispose() => _bell.Dispose();
}
