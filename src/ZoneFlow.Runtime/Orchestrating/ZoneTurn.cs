namespace ZoneFlow.Runtime.Orchestrating;

/// <summary>
/// One turn of a case's orchestration: look, do, begin anew. Everything that could ever change is in what the look
/// answers, so that this code does not, however many years its instances live: their histories are run through it
/// again after every restart. A wake-up carries nothing; one that is lost, doubled or early costs a look or a wait.
/// </summary>
public static class ZoneTurn
{
    public static async Task RunAsync(ZoneCalls calls)
    {
        ArgumentNullException.ThrowIfNull(calls);
        var look = await calls.Look();
        calls.Show(look.Status);
        switch (ZoneStep.After(look))
        {
            case ZoneStep.Run run:
                foreach (var effect in run.Effects)
                {
                    await calls.Run(effect);
                }

                calls.Again();
                break;
            case ZoneStep.Wait wait:
                // Nothing is awaited between the end of the wait and the new beginning: a waiter that is left behind would
                // swallow the next wake-up.
                await calls.WaitOrWoken(wait.Until);
                calls.Again();
                break;
        }
    }
}
