namespace ZoneFlow.Runtime.Tables;

/// <summary>What became of a transaction on a table.</summary>
public enum RowOutcome
{
    Written,

    /// <summary>A row to be inserted was there already; nothing was written.</summary>
    Taken,

    /// <summary>A row to be replaced or deleted was another by then, or gone; nothing was written.</summary>
    Changed,
}
