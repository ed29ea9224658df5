namespace ZoneFlow.Runtime.Tables;

public enum RowChangeKind
{
    /// <summary>The row must not be there yet.</summary>
    Insert,

    /// <summary>Whatever was there is replaced.</summary>
    Put,

    /// <summary>The row must still have its tag.</summary>
    Replace,

    /// <summary>The row must still have its tag; "*" stands for any.</summary>
    Delete,
}
