namespace ZoneFlow.Runtime.Tables;

/// <summary>The service's status codes that are answers and not failures.</summary>
public static class RowOutcomes
{
    public static bool TryRead(int status, out RowOutcome outcome)
    {
        (var known, outcome) = status switch
        {
            409 => (true, RowOutcome.Taken),
            404 or 412 => (true, RowOutcome.Changed),
            _ => (false, RowOutcome.Written),
        };
        return known;
    }
}
